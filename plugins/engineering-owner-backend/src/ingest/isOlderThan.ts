/**
 * Whether something was so long ago. A time of the future is: it was written
 * before the clock was set back, and waiting for it would stop the work for as
 * long as the clock had been off.
 */
export function isOlderThan(
  at: Date | number,
  milliseconds: number,
  now: Date | number,
): boolean {
  const age = Number(now) - Number(at);
  return age >= milliseconds || age < 0;
}
