import { EventCounts } from '@engineering-owner/backstage-plugin-common';
import { LedgerCounts } from './LedgerDay';

/** One read over a day and 24 over an hour differ by less than this, and a few events. */
const usualDifference = 0.05;
const fewEvents = 20;

/** Whether a number of events is more than another by more than reads differ. */
export function isFarMore(events: number, than: number): boolean {
  return events > than * (1 + usualDifference) + fewEvents;
}

/**
 * Whether an entity's hours hold what a read across them lacks: the source has
 * lost it since. An outage may be all that was in what was lost.
 */
export function hoursHoldMore(hours: EventCounts, read: EventCounts): boolean {
  return isFarMore(hours.total, read.total) || isFarMore(hours.bad, read.bad);
}

export function sumOf(counts: readonly EventCounts[]): EventCounts {
  return counts.reduce(
    (all, { bad, total }) => ({ bad: all.bad + bad, total: all.total + total }),
    { bad: 0, total: 0 },
  );
}

export function isCounts(counts: LedgerCounts): counts is EventCounts {
  return counts !== null && counts !== 'invalid';
}
