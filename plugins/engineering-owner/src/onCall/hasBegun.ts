import type { OwnShift } from '@engineering-owner/backstage-plugin-common';

/** Whether a shift runs at a time; those that are over are not told. */
export function hasBegun({ from }: Pick<OwnShift, 'from'>, now: Date): boolean {
  return from === null || Date.parse(from) <= now.getTime();
}
