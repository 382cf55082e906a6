import { EventCounts } from '@engineering-owner/backstage-plugin-common';
import { LedgerCounts } from './LedgerDay';

/** One read over a day and 24 over an hour differ by less than this, and a few events. */
const usualDifference = 0.05;
const fewEvents = 20;

/**
 * While an entity was not scraped it may have counted on, which the day has
 * and its hours lack: more than an even share of what is missing at a peak.
 */
const busierThanUsual = 1.25;

/**
 * A day as it was read, or the sum of its hours where the day has far more
 * than they. Counters that go on under another label look born: what they
 * counted since they began is then taken for events of that day, as long as it
 * is less than the day's own. Within an hour it is not.
 *
 * @param hours - the day's 24; null where the entity had no series
 */
export function plausibleDay(
  day: LedgerCounts,
  hours: ReadonlyArray<LedgerCounts>,
): LedgerCounts {
  if (!isCounts(day) || hours.includes('invalid')) {
    return day;
  }
  const counted = hours.filter(isCounts);
  const sum = counted.reduce(
    (all, { bad, total }) => ({ bad: all.bad + bad, total: all.total + total }),
    { bad: 0, total: 0 },
  );
  if (counted.length === 0 || hours.length === 0) {
    return day;
  }
  const most =
    counted.length === hours.length
      ? sum.total * (1 + usualDifference)
      : (sum.total / counted.length) * hours.length * busierThanUsual;
  return day.total > most + fewEvents ? sum : day;
}

function isCounts(counts: LedgerCounts): counts is EventCounts {
  return counts !== null && counts !== 'invalid';
}
