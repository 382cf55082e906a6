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

/** Puts a window of one entity together from its direct reads and the ledger. */
export function readWindowParts(
  plan: WindowPlan,
  direct: GroupReading[],
  ledger: LedgerParts,
  entityValue: string,
): WindowReading {
  const parts: PartReading[] = [];
  let invalid: Problem | undefined;
  for (const reading of direct) {
    const part = partReading(reading, entityValue);
    if (typeof part === 'object' && 'invalid' in part) {
      invalid = part.invalid;
      parts.push('gap');
    } else {
      parts.push(part);
    }
  }
  const sum = sumWindow(plan, {
    ...ledger(entityValue),
    direct: parts,
  });
  return invalid ? { coverage: sum.coverage, invalid } : sum;
}
