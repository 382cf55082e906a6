import {
  EventCounts,
  LedgerHour,
  PartReading,
} from '@engineering-owner/backstage-plugin-common';
import {
  DAY,
  dayOf,
  HOUR,
  LedgerDay,
  LedgerEntry,
  startOfDay,
  unreadDay,
} from './LedgerDay';
import { hourParts } from './hourParts';

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
  /** Have the hours of a day that was read as a whole add up to it. */
  scaled?: boolean;
}): LedgerHour[] {
  const { days, entries, from, to, sinceMidnight, scaled } = options;
  const scaledHours = new Map<string, ReturnType<typeof hourParts>>();
  const scaledCounts = (day: string, hour: number) => {
    const parts =
      scaledHours.get(day) ??
      hourParts(days.get(day) ?? unreadDay, entries.get(day));
    scaledHours.set(day, parts);
    return fromPart(parts[hour]);
  };
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
      counts: scaled
        ? scaledCounts(day, hour)
        : countsOf(days.get(day), entries.get(day), hour),
    });
  }
  const tail = sinceMidnight && tailOf(hours, sinceMidnight);
  return tail ? [...hours, ...until(tail, to)] : hours;
}

/** Of a stretch that goes on after `to`, its share. */
function until(tail: LedgerHour, to: Date): LedgerHour[] {
  const from = tail.from.getTime();
  if (to.getTime() <= from) {
    return [];
  }
  const part = (to.getTime() - from) / (tail.to.getTime() - from);
  return part >= 1
    ? [tail]
    : [
        {
          from: tail.from,
          to,
          counts: tail.counts && {
            bad: tail.counts.bad * part,
            total: tail.counts.total * part,
          },
        },
      ];
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

function fromPart(part: PartReading | undefined): EventCounts | null {
  if (part === undefined || part === 'gap') {
    return null;
  }
  return part === 'no_series' ? { bad: 0, total: 0 } : part;
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
