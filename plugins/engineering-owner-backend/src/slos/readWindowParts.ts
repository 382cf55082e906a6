import {
  PartReading,
  Problem,
  sumWindow,
  WindowPlan,
} from '@engineering-owner/backstage-plugin-common';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import { LedgerParts } from './ledger/windowParts';
import { partReading } from './partReading';
import { WindowReading } from './ReadingStore';

/**
 * Puts a window of one entity together from its direct reads and the ledger. It
 * is invalid when the newest read that has series of the entity is. Where only
 * an older one is, what it held is not known: that lowers the coverage, and
 * hides nothing of what is measured now.
 */
export function readWindowParts(
  plan: WindowPlan,
  direct: GroupReading[],
  ledger: LedgerParts,
  entityValue: string,
): WindowReading {
  const parts = direct.map(reading => partReading(reading, entityValue));
  const newest = parts.findLast(part => typeof part === 'object');
  const sum = sumWindow(plan, {
    ...ledger(entityValue),
    direct: parts.map(part => (isInvalid(part) ? 'gap' : part)),
  });
  return newest && isInvalid(newest)
    ? { coverage: sum.coverage, invalid: newest.invalid }
    : sum;
}

function isInvalid(
  part: PartReading | { invalid: Problem },
): part is { invalid: Problem } {
  return typeof part === 'object' && 'invalid' in part;
}
