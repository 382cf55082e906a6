/** What the sample services count, in the order the counts are kept. */
export const codes = ['200', '404', '500'] as const;

/** Upper bounds of the histogram, in seconds, as client libraries print them. */
export const durationBounds = [
  '0.05',
  '0.1',
  '0.3',
  '0.5',
  '1',
  '2.5',
  '+Inf',
] as const;

/** The place of the first duration bucket among the counts. */
export const firstDuration = codes.length;

/** Places of a vector of counts: one per code, then one per bucket. */
export const outcomeCount = codes.length + durationBounds.length;

/** Share of the buckets among requests up to 300 ms, and of slower ones. */
const quick = [0.4, 0.35, 0.25, 0, 0, 0, 0];
const slow = [0, 0, 0, 0.55, 0.3, 0.12, 0.03];

/** A typical duration of each bucket, in seconds, for the histogram's sum. */
export const typicalDuration = [0.03, 0.075, 0.18, 0.38, 0.7, 1.5, 3.2];

/** Buckets slower than 300 ms, as places among the counts. */
export const slowPlaces = [3, 4, 5, 6].map(i => i + firstDuration);

export function shareOfBucket(bucket: number, slowShare: number): number {
  return quick[bucket] * (1 - slowShare) + slow[bucket] * slowShare;
}
