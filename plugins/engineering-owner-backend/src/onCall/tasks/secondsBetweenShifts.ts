import { onCallReads } from './taskNames';

/** Ten pages of PagerDuty's, half of what an account is asked for at most. */
const SHIFTS_A_MINUTE = 1_000;
/** A section is stale after three usual intervals; this is below. */
const LONGEST_SECONDS = 720;

/**
 * How long to wait between readings of shifts: longer for accounts that have
 * very many, so that the requests of a minute stay bounded.
 *
 * @param shifts how many the last reading gave
 */
export function secondsBetweenShifts(shifts: number): number {
  const needed = (shifts / SHIFTS_A_MINUTE) * 60;
  return Math.min(
    LONGEST_SECONDS,
    Math.max(onCallReads.shifts.everySeconds, Math.ceil(needed)),
  );
}
