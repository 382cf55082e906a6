/**
 * Median, 90th percentile and mean of durations in seconds. Durations of
 * response are skewed: the mean alone says little.
 *
 * The median of an even number is the mean of the middle two. The 90th
 * percentile is by nearest rank: the smallest measured duration that at least
 * 90 % of the durations do not exceed, so it is always one that happened.
 *
 * @public
 */
export interface DurationFigures {
  medianSeconds: number;
  p90Seconds: number;
  meanSeconds: number;
}

/**
 * Undefined for no durations at all: there is no such figure.
 *
 * @public
 */
export function durationFigures(
  durationsInSeconds: number[],
): DurationFigures | undefined {
  const sorted = [...durationsInSeconds].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) {
    return undefined;
  }
  const middle = Math.floor(n / 2);
  return {
    medianSeconds:
      n % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
    // In tenths, since 0.9 × 10 is not exactly 9 in floating point for all n.
    p90Seconds: sorted[Math.ceil((9 * n) / 10) - 1],
    meanSeconds: sorted.reduce((sum, duration) => sum + duration, 0) / n,
  };
}
