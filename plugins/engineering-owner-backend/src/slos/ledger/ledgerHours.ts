import {
  EventCounts,
  LedgerHour,
} from '@engineering-owner/backstage-plugin-common';
import {
  DAY,
  dayOf,
  HOUR,
  LedgerDay,
  LedgerEntry,
  startOfDay,
} from './LedgerDay';

/**
 * One entity's hours in a range, oldest first, every hour of it: null where
 * nothing could be read, zeros where the entity had no events.
 *
 * @param options.sinceMidnight - events since the last midnight and until when;
 * what exceeds the hours of that day becomes a last, shorter stretch
 */
export function ledgerHours(options: {
  days: ReadonlyMap<string, LedgerDay>;
  entries: ReadonlyMap<string, LedgerEntry>;
  from: Date;
  to: Date;
  sinceMidnight?: { until: Date; counts: EventCounts };
}): LedgerHour[] {
  const { days, entries, from, to, sinceMidnight } = options;
  const end = Math.min(
    to.getTime(),
    lastReadHour(days) ?? Number.NEGATIVE_INFINITY,
  );
  const hours: LedgerHour[] = [];
  for (
    let start = Math.floor(from.getTime() / HOUR) * HOUR;
    start + HOUR <= end;
    start += HOUR
  ) {
    const day = dayOf(start);
    const hour = new Date(start).getUTCHours();
    hours.push({
      from: new Date(start),
      to: new Date(start + HOUR),
      counts: countsOf(days.get(day), entries.get(day), hour),
    });
  }
  const tail = sinceMidnight && tailOf(hours, sinceMidnight);
  return tail && tail.to <= to ? [...hours, tail] : hours;
}

/** End of the newest hour that was read; what follows is not known to be empty. */
function lastReadHour(
  days: ReadonlyMap<string, LedgerDay>,
): number | undefined {
  const newest = [...days.keys()].sort().at(-1);
  if (newest === undefined) {
    return undefined;
  }
  const last = days
    .get(newest)
    ?.hours.findLastIndex(state => state !== 'unread');
  return startOfDay(newest) + ((last ?? -1) + 1) * HOUR;
}

function countsOf(
  day: LedgerDay | undefined,
  entry: LedgerEntry | undefined,
  hour: number,
): EventCounts | null {
  if (day?.hours[hour] !== 'read') {
    return null;
  }
  const counts = entry?.hours[hour] ?? null;
  return counts === 'invalid' ? null : counts ?? { bad: 0, total: 0 };
}

function tailOf(
  hours: LedgerHour[],
  since: { until: Date; counts: EventCounts },
): LedgerHour | undefined {
  const midnight = Math.floor(since.until.getTime() / DAY) * DAY;
  const last = hours.at(-1);
  const from = Math.max(midnight, last?.to.getTime() ?? midnight);
  const today = hours.filter(hour => hour.from.getTime() >= midnight);
  const gapless = today.length * HOUR === from - midnight;
  if (!gapless || from >= since.until.getTime()) {
    return undefined;
  }
  const sum = (pick: (counts: EventCounts) => number) =>
    today.reduce((all, { counts }) => all + (counts ? pick(counts) : 0), 0);
  const total = Math.max(0, since.counts.total - sum(({ total: n }) => n));
  const bad = Math.max(0, since.counts.bad - sum(({ bad: n }) => n));
  return {
    from: new Date(from),
    to: since.until,
    counts: { bad: Math.min(bad, total), total },
  };
}
