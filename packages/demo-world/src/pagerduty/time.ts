/** Lengths of time in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** PagerDuty's times carry whole seconds, so every event happens on one. */
export function wholeSecond(at: number): number {
  return Math.floor(at / SECOND) * SECOND;
}

/** The way PagerDuty writes a time in UTC: `2015-10-06T21:30:42Z`. */
export function isoSeconds(at: number): string {
  return `${new Date(wholeSecond(at)).toISOString().slice(0, 19)}Z`;
}
