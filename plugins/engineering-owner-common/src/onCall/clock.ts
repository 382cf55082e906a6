import { IANAZone } from 'luxon';

/** What a clock shows at a time, both in milliseconds. */
export type Clock = (at: number) => number;

export const realClock: Clock = at => at;

/** The clock on the wall in a time zone, by its IANA name; none where there is no such zone. */
export function clockOf(timeZone: string): Clock | undefined {
  // Kept by its name, as nothing is of `isValidZone`: that makes a format each time.
  const zone = IANAZone.create(timeZone);
  return zone.isValid ? at => at + zone.offset(at) * 60_000 : undefined;
}
