import { isMeasured, Reading } from './reading';
import { AlertPairStatus, SloNow } from './status';

/** What the pace is read from when no alert pair fires. */
const usualWindow = '6h';

/**
 * The window whose pace is that at which the budget is being spent: the long
 * window of the worst pair that fires, or fired when it could last be judged,
 * else six hours.
 *
 * @public
 */
export function presentBurnWindow(alerts: readonly AlertPairStatus[]): string {
  return worstFiring(alerts.map(beforeSilence))?.longWindow ?? usualWindow;
}

/**
 * The pace at which the budget is being spent, of {@link presentBurnWindow}.
 * Undefined when that window carries no fresh figures, and while the service is
 * not seen: long windows stay fresh for longer than short ones, but hold the
 * pace of before.
 *
 * @public
 */
export function presentBurnRate(
  alerts: readonly AlertPairStatus[],
  readingOf: (window: string) => Reading,
  now: SloNow = { state: 'ok' },
): number | undefined {
  if (now.state !== 'ok' && now.state !== 'no_traffic') {
    return undefined;
  }
  const reading = readingOf(presentBurnWindow(alerts));
  return isMeasured(reading) ? reading.burnRate : undefined;
}

/**
 * A pair as it was when it could last be judged: one that is unknown now, in
 * the state and since the time it had before.
 *
 * @public
 */
export function beforeSilence(pair: AlertPairStatus): AlertPairStatus {
  return pair.state === 'unknown' && pair.previous
    ? { ...pair, ...pair.previous }
    : pair;
}

/**
 * The firing pair that matters most: pages are worse than tickets, and among
 * equals the higher factor.
 *
 * @public
 */
export function worstFiring(
  alerts: readonly AlertPairStatus[],
): AlertPairStatus | undefined {
  const rank = (pair: AlertPairStatus) =>
    (pair.severity === 'page' ? 1e9 : 0) + pair.factor;
  return alerts
    .filter(pair => pair.state === 'firing')
    .sort((a, b) => rank(b) - rank(a))
    .at(0);
}
