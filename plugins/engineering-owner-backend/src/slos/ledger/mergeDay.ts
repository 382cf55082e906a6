import {
  EntityReading,
  GroupReading,
} from '@engineering-owner/backstage-plugin-node';
import { emptyEntry, LedgerCounts, LedgerDay, LedgerEntry } from './LedgerDay';
import { plausibleDay } from './plausibleDay';

/** Code of the problem of an entity that the group's inspection does not know. */
const notInspected = 'sli_not_inspected';

/** What was read of a day: hours, and perhaps the day as a whole. */
export interface DayRead {
  whole?: GroupReading;
  /** By hour of the day, 0 to 23. */
  hours: ReadonlyMap<number, GroupReading>;
}

/** A day with its entities, by label value. */
export interface LedgerDayWithEntries {
  day: LedgerDay;
  entries: ReadonlyMap<string, LedgerEntry>;
}

/**
 * Adds a read to what the ledger holds of a day. Samples may arrive late but
 * are not taken back, so of two figures the one with the larger total stands.
 * What turns out to be invalid stands only against a figure without errors, and
 * what could not be judged yet against none. A day that its hours do not bear
 * out is taken from them.
 */
export function mergeDay(
  held: LedgerDayWithEntries,
  read: DayRead,
): LedgerDayWithEntries {
  const values = new Set(held.entries.keys());
  for (const reading of [read.whole, ...read.hours.values()]) {
    reading?.values.forEach((_, value) => values.add(value));
  }
  const entries = new Map<string, LedgerEntry>();
  for (const value of values) {
    const entry = held.entries.get(value) ?? emptyEntry;
    const hours = entry.hours.map((counts, hour) =>
      larger(counts, countsOf(read.hours.get(hour), value)),
    );
    const whole = countsOf(read.whole, value);
    const areAllRead = read.hours.size === hours.length;
    entries.set(value, {
      day: larger(entry.day, areAllRead ? checkedDay(whole, hours) : whole),
      hours,
    });
  }
  return {
    entries,
    day: {
      ...held.day,
      empty: read.whole
        ? read.whole.values.size === 0 && (held.day.empty || !held.day.readAt)
        : held.day.empty,
      hours: held.day.hours.map((state, hour) => {
        const reading = read.hours.get(hour);
        if (!reading || state === 'read') {
          return state;
        }
        return reading.values.size > 0 ? 'read' : 'empty';
      }),
    },
  };
}

/**
 * Values that a read met and could not judge, because they were not there when
 * the group was inspected: a later read can.
 */
export function unjudgedValues({ whole, hours }: DayRead): Set<string> {
  const values = new Set<string>();
  for (const reading of [whole, ...hours.values()]) {
    for (const [value, found] of reading?.values ?? []) {
      if (isUnjudged(found)) {
        values.add(value);
      }
    }
  }
  return values;
}

/** What hours held from before say stands for a day that cannot be judged. */
function checkedDay(
  whole: LedgerCounts | 'unjudged',
  hours: LedgerCounts[],
): LedgerCounts | 'unjudged' {
  return whole === 'unjudged'
    ? plausibleDay(null, hours) ?? whole
    : plausibleDay(whole, hours);
}

function isUnjudged(found: EntityReading): boolean {
  return found.kind === 'invalid' && found.problem.code === notInspected;
}

function countsOf(
  reading: GroupReading | undefined,
  value: string,
): LedgerCounts | 'unjudged' {
  const found = reading?.values.get(value);
  if (!found) {
    return null;
  }
  if (isUnjudged(found)) {
    return 'unjudged';
  }
  return found.kind === 'counts'
    ? { bad: found.bad, total: found.total }
    : 'invalid';
}

function larger(
  held: LedgerCounts,
  read: LedgerCounts | 'unjudged',
): LedgerCounts {
  if (read === null) {
    return held;
  }
  if (read === 'unjudged') {
    return held ?? 'invalid';
  }
  if (read === 'invalid') {
    // No errors may have been a label that was not known to be missing.
    return held === null || (held !== 'invalid' && held.bad === 0)
      ? read
      : held;
  }
  if (held === null || held === 'invalid') {
    return read;
  }
  return read.total >= held.total ? read : held;
}
