import {
  PartReading,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';

/**
 * What one read of a group says about one entity. A group without any entity
 * was not read at all, as far as anyone can tell: that is a gap, not idleness.
 */
export function partReading(
  reading: GroupReading,
  value: string,
): PartReading | { invalid: Problem } {
  if (reading.values.size === 0) {
    return 'gap';
  }
  const found = reading.values.get(value);
  if (!found) {
    return 'no_series';
  }
  return found.kind === 'counts'
    ? { bad: found.bad, total: found.total }
    : { invalid: found.problem };
}
