import { SloHistoryPoint } from '@engineering-owner/backstage-plugin-common';

/**
 * Adds hourly points up to longer steps, counted from the epoch. A step is
 * unknown only when all of it is; its budget is that of its end.
 */
export function foldPoints(
  points: SloHistoryPoint[],
  stepSeconds: number,
): SloHistoryPoint[] {
  const steps = new Map<number, SloHistoryPoint>();
  for (const point of points) {
    const step = Math.floor(Date.parse(point.from) / (stepSeconds * 1000));
    const sum = steps.get(step);
    steps.set(step, sum ? add(sum, point) : point);
  }
  return [...steps.values()];
}

function add(sum: SloHistoryPoint, next: SloHistoryPoint): SloHistoryPoint {
  const counts =
    sum.counts && next.counts
      ? {
          bad: sum.counts.bad + next.counts.bad,
          total: sum.counts.total + next.counts.total,
        }
      : sum.counts ?? next.counts;
  return {
    from: sum.from,
    to: next.to,
    counts,
    remainingRatio: next.remainingRatio,
  };
}
