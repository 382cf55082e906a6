import { hoursHoldMore, isCounts, isFarMore, sumOf } from './eventSums';
import { LedgerCounts } from './LedgerDay';

/**
 * While an entity was not scraped it may have counted on, which a read across
 * the silence has and its hours lack: more than an even share of what is
 * missing at a peak.
 */
export const busierThanUsual = 1.25;

/**
 * The most events that a read across some hours may have: what the hours have,
 * and what the entity may have counted in those in which it had no series.
 */
function mostAcross(hours: {
  /** Of the hours with series, together. */
  total: number;
  /** Hours with series. */
  counted: number;
  /** All of them. */
  of: number;
}): number {
  return hours.counted === hours.of
    ? hours.total
    : (hours.total / hours.counted) * hours.of * busierThanUsual;
}

/**
 * A day as it was read, or the sum of its hours where these contradict it.
 *
 * Far more than the hours: counters that go on under another label look born,
 * and what they counted since they began is then taken for events of that day,
 * as long as it is less than the day's own. Within an hour it is not.
 *
 * Less than the hours: each was read soon after it ended, and the source has
 * lost it since.
 *
 * @param hours - the day's 24; null where the entity had no series
 */
export function plausibleDay(
  day: LedgerCounts,
  hours: ReadonlyArray<LedgerCounts>,
): LedgerCounts {
  const counted = hours.filter(isCounts);
  if (day === 'invalid' || counted.length === 0 || hours.includes('invalid')) {
    return day;
  }
  const sum = sumOf(counted);
  if (day === null || hoursHoldMore(sum, day)) {
    return sum;
  }
  const most = mostAcross({
    total: sum.total,
    counted: counted.length,
    of: hours.length,
  });
  return isFarMore(day.total, most) ? sum : day;
}
