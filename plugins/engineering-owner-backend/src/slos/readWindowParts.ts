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
 * is invalid when its newest read is, or when one is and nothing else of the
 * window is known. Otherwise what an older read held is not known: that lowers
 * the coverage, and hides nothing of what is measured.
 */
export function readWindowParts(
  plan: WindowPlan,
  direct: GroupReading[],
  ledger: LedgerParts,
  entityValue: string,
): WindowReading {
  const parts = direct.map(reading => partReading(reading, entityValue));
  const newest = parts.at(-1);
  const sum = sumWindow(plan, {
    ...ledger(entityValue),
    direct: parts.map(part => (isInvalid(part) ? 'gap' : part)),
  });
  const invalid = [...(sum.counts ? [newest] : parts)]
    .reverse()
    .find(part => part !== undefined && isInvalid(part));
  return invalid ? { coverage: sum.coverage, invalid: invalid.invalid } : sum;
}

function isInvalid(
  part: PartReading | { invalid: Problem },
): part is { invalid: Problem } {
  return typeof part === 'object' && 'invalid' in part;
}
