import {
  EventCounts,
  PartReading,
} from '@engineering-owner/backstage-plugin-common';
import { isCounts } from './eventSums';
import { LedgerDay, LedgerEntry } from './LedgerDay';
import { toPart } from './LedgerStore';
import { plausibleDay } from './plausibleDay';

/**
 * One entity's hours of a day, to stand in for a stretch that cannot be read.
 * Where the day was read as a whole they are scaled to add up to it, since one
 * read over a day is extrapolated less than 24 over an hour.
 */
export function hourParts(
  day: LedgerDay,
  entry: LedgerEntry | undefined,
): Array<PartReading | undefined> {
  const scale = scaleOf(day, entry);
  return day.hours.map((state, hour) => {
    switch (state) {
      case 'unread':
        return undefined;
      case 'empty':
        return 'gap';
      default: {
        const counts = entry?.hours[hour] ?? null;
        return toPart(isCounts(counts) ? scale(counts) : counts);
      }
    }
  });
}

/** Which hours of a day are known to be gaps of the source, and nothing else. */
export function gapParts(day: LedgerDay): Array<PartReading | undefined> {
  return day.hours.map(state => (state === 'empty' ? 'gap' : undefined));
}

function scaleOf(
  day: LedgerDay,
  entry: LedgerEntry | undefined,
): (counts: EventCounts) => EventCounts {
  const whole = plausibleDay(entry?.day ?? null, entry?.hours ?? []);
  const hours = entry?.hours.filter(isCounts) ?? [];
  if (
    !isCounts(whole) ||
    // With hours missing, what the day has beyond the others is theirs.
    day.hours.some(state => state !== 'read') ||
    entry?.hours.includes('invalid')
  ) {
    return counts => counts;
  }
  const factor = (pick: (counts: EventCounts) => number) => {
    const sum = hours.reduce((all, counts) => all + pick(counts), 0);
    return sum > 0 ? pick(whole) / sum : 1;
  };
  const [ofBad, ofTotal] = [
    factor(({ bad }) => bad),
    factor(({ total }) => total),
  ];
  return ({ bad, total }) => ({ bad: bad * ofBad, total: total * ofTotal });
}
