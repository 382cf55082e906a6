import { LOCALE, MINUS, NARROW_SPACE } from './locale';

/**
 * A number of events with thousands separators. Counts read from rates are not
 * whole; below ten one digit after the point is kept.
 */
export function formatCount(count: number): string {
  const size = Math.abs(count);
  const text = size.toLocaleString(LOCALE, {
    maximumFractionDigits: size < 10 ? 1 : 0,
  });
  return count < 0 && text !== '0' ? `${MINUS}${text}` : text;
}

/** How many times faster than allowed the budget is spent: `14.4×`, `0.04×`. */
export function formatBurnRate(burnRate: number): string {
  let decimals = 0;
  if (burnRate < 0.1) {
    decimals = 2;
  } else if (burnRate < 100) {
    decimals = 1;
  }
  const text = burnRate.toLocaleString(LOCALE, {
    maximumFractionDigits: decimals,
  });
  return burnRate > 0 && text === '0' ? '<0.01×' : `${text}×`;
}

/** Events per second, with the digits that matter: `5.1/s`, `0.02/s`, `1,200/s`. */
export function formatPerSecond(rate: number): string {
  const text = rate.toLocaleString(
    LOCALE,
    rate >= 100
      ? { maximumFractionDigits: 0 }
      : { maximumSignificantDigits: 2 },
  );
  return `${text}${NARROW_SPACE}/s`;
}
