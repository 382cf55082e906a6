const DAY = 86_400;

const secondsOf: Record<string, number> = {
  m: 60,
  h: 3_600,
  d: DAY,
  w: 7 * DAY,
  M: 30 * DAY,
  Q: 90 * DAY,
  Y: 365 * DAY,
};

/** How the shorthand is explained to those who got it wrong. */
export const durationShape =
  'a number and one of m (minutes), h, d, w, M (months), Q, Y, for example 4w or 1M';

/**
 * Nominal seconds of OpenSLO's duration shorthand, with 30 days to a month, 90
 * to a quarter and 365 to a year. `m` is minutes, `M` is months.
 *
 * @returns undefined for anything else
 * @public
 */
export function parseOpenSloDuration(text: unknown): number | undefined {
  const match = typeof text === 'string' && /^(\d{1,9})([mhdwMQY])$/.exec(text);
  return match ? Number(match[1]) * secondsOf[match[2]] : undefined;
}
