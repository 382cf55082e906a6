import { IANAZone } from 'luxon';

/** What a clock shows at a time, both in milliseconds. */
export type Clock = (at: number) => number;

export const realClock: Clock = at => at;

/** The clock on the wall in a time zone; of a name that is none, the real one. */
export function clockOf(timeZone: string): Clock {
  if (!IANAZone.isValidZone(timeZone)) {
    return realClock;
  }
  const zone = IANAZone.create(timeZone);
  return at => at + zone.offset(at) * 60_000;
}
