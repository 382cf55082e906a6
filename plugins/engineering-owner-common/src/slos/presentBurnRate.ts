import { isMeasured, Reading } from './reading';
import { AlertPairStatus } from './status';

/** What the pace is read from when no alert pair fires. */
const usualWindow = '6h';

/**
 * The pace at which the budget is being spent: the long window of the worst
 * firing pair, else six hours. Pages are worse than tickets, and among equals
 * the higher factor. Undefined when that window carries no fresh figures.
 *
 * @public
 */
export function presentBurnRate(
  alerts: readonly AlertPairStatus[],
  readingOf: (window: string) => Reading,
): number | undefined {
  const worst = worstFiring(alerts);
  const reading = readingOf(worst?.longWindow ?? usualWindow);
  return isMeasured(reading) ? reading.burnRate : undefined;
}

/**
 * The firing pair that matters most.
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
