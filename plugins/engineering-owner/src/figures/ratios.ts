import { LOCALE, MINUS, NARROW_SPACE } from './locale';

function percentText(percent: number, decimals: number): string {
  const text = Math.abs(percent).toLocaleString(LOCALE, {
    maximumFractionDigits: decimals,
  });
  const sign = percent < 0 && Number(text.replace(/,/g, '')) !== 0 ? MINUS : '';
  return `${sign}${text}${NARROW_SPACE}%`;
}

/** Digits after the point that a fraction needs as a percentage: 0.9995 has 2. */
function percentDecimals(ratio: number): number {
  const [, decimals = ''] = Number((ratio * 100).toFixed(6))
    .toString()
    .split('.');
  return decimals.length;
}

/** An objective as it was written: `99.95 %`, `99 %`. */
export function formatObjective(objective: number): string {
  return percentText(objective * 100, 6);
}

/**
 * What was reached against an objective, with one digit more than the
 * objective has. Cut off, not rounded: 99.8996 % against 99.9 % must not read
 * as met, and one error in a million is not 100 %.
 */
export function formatReached(errorRatio: number, objective: number): string {
  const decimals = percentDecimals(objective) + 1;
  const scale = 10 ** decimals;
  const reached = Math.floor(((1 - errorRatio) * 100 + 1e-9) * scale) / scale;
  if (reached === 100 && errorRatio > 0) {
    return percentText(100 - 1 / scale, decimals);
  }
  return percentText(reached, decimals);
}

/** A share of the error budget: `61 %`, `−31 %`, `0.4 %`, `−1,240 %`. */
export function formatBudget(ratio: number): string {
  const percent = ratio * 100;
  return percentText(percent, Math.abs(percent) < 10 ? 1 : 0);
}

/** A plain share such as coverage, cut off so that 99.9 % is not the whole. */
export function formatShare(ratio: number): string {
  const percent = ratio * 100 + 1e-9;
  const scale = percent < 10 ? 10 : 1;
  return percentText(Math.floor(percent * scale) / scale, 1);
}

/** A share of bad events, with the digits that matter: `0.13 %`, `2.4 %`. */
export function formatErrorRatio(ratio: number): string {
  const percent = (ratio * 100).toLocaleString(LOCALE, {
    maximumSignificantDigits: ratio >= 0.1 ? 3 : 2,
  });
  return `${percent}${NARROW_SPACE}%`;
}

/** The percentile that a share of events lies below: `p99`, `p99.9`. */
export function formatPercentile(share: number): string {
  return `p${Number((share * 100).toFixed(4))}`;
}
