import { instantOf } from './instant';
import { IncidentEvent } from './model';

/**
 * Entries of a log in the order of time, at the same second by rank and else as
 * they were; those without a time that can be read come last. Logs are mostly
 * stored in order, and load looks at thousands: so that is found out first.
 */
export function inLogOrder(
  events: IncidentEvent[],
  rankOf: (kind: IncidentEvent['kind']) => number,
): IncidentEvent[] {
  const entries = events.map(event => ({
    event,
    at: instantOf(event.at) ?? Infinity,
    rank: rankOf(event.kind),
  }));
  return entries.every(
    (each, i) => i === 0 || compare(entries[i - 1], each) <= 0,
  )
    ? [...events]
    : entries.sort(compare).map(({ event }) => event);
}

interface Entry {
  at: number;
  rank: number;
}

function compare(a: Entry, b: Entry): number {
  if (a.at === b.at) {
    return a.rank - b.rank;
  }
  return a.at < b.at ? -1 : 1;
}
