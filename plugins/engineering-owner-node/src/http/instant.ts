import { z } from 'zod';

/** Go's time that is none: `0001-01-01T00:00:00Z`. */
const earliest = Date.UTC(1970, 0, 1);

/**
 * A time as programs in Go tell it, in any zone, as an ISO 8601 text in UTC.
 *
 * @public
 */
export const instant = z.string().transform((text, context) => {
  const time = Date.parse(text);
  if (Number.isNaN(time) || time < earliest) {
    context.addIssue({ code: 'custom', message: 'is no time' });
    return z.NEVER;
  }
  return new Date(time).toISOString();
});
