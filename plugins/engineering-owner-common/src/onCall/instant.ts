/**
 * Milliseconds of an ISO 8601 time, or undefined when the text is no time, so
 * that a malformed one is noticed instead of turning into NaN further on.
 */
export function instantOf(iso: string): number | undefined {
  const milliseconds = Date.parse(iso);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
