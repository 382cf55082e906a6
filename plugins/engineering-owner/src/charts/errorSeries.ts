import type { SloHistoryResponse } from '@engineering-owner/backstage-plugin-common';

/** A step of the error and traffic charts. */
export interface ErrorPoint {
  /** End of the step, milliseconds. */
  at: number;
  /** Null: not read, or nothing happened. */
  errorRatio: number | null;
  bad: number | null;
  total: number | null;
  /** Events per second; null: not read. */
  perSecond: number | null;
}

/** Error ratio and traffic of every step, at the same times as the burn-down. */
export function errorSeries(
  history: Pick<SloHistoryResponse, 'points'>,
): ErrorPoint[] {
  return history.points.map(({ from, to, counts }) => {
    const at = Date.parse(to);
    const seconds = (at - Date.parse(from)) / 1000;
    return {
      at,
      errorRatio: counts && counts.total > 0 ? counts.bad / counts.total : null,
      bad: counts?.bad ?? null,
      total: counts?.total ?? null,
      perSecond: counts && seconds > 0 ? counts.total / seconds : null,
    };
  });
}
