import type { SloHistoryResponse } from '@engineering-owner/backstage-plugin-common';
import { DASH, formatBudget } from '../figures';

/** A point of the burn-down chart. Times in milliseconds, shares as fractions. */
export interface BurnDownPoint {
  at: number;
  /** Null: not read, or the window had not begun. */
  left: number | null;
  /** Where even spending would be; null before the window began. */
  even: number | null;
  bad: number | null;
  total: number | null;
}

/**
 * The series of the chart, from the history and the time over which the budget
 * would be spent evenly, in seconds: every point stands at the end of its step.
 */
export function burnDownSeries(
  history: SloHistoryResponse,
  windowSeconds: number,
): BurnDownPoint[] {
  const start = Date.parse(history.windowStartsAt);
  const even = (at: number) =>
    at <= start
      ? null
      : Math.min(1, Math.max(0, 1 - (at - start) / (windowSeconds * 1000)));
  return history.points.map(point => {
    const at = Date.parse(point.to);
    return {
      at,
      left: point.remainingRatio,
      even: even(at),
      bad: point.counts?.bad ?? null,
      total: point.counts?.total ?? null,
    };
  });
}

/** The budget left; a dash before the window began, nothing when not read. */
export function leftText({
  left,
  even,
}: Pick<BurnDownPoint, 'left' | 'even'>): string | undefined {
  if (left !== null) {
    return formatBudget(left);
  }
  return even === null ? DASH : undefined;
}
