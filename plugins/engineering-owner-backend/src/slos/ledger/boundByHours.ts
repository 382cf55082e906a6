import { EventCounts } from '@engineering-owner/backstage-plugin-common';
import {
  EntityReading,
  GroupReading,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { hoursHoldMore, isFarMore, sumOf } from './eventSums';
import { dayOf, HOUR, LedgerDay, startOfDay } from './LedgerDay';
import { LedgerStore } from './LedgerStore';
import { busierThanUsual } from './plausibleDay';

/** More than an hour and what it takes to store one: hours are missing then. */
const longestRestHours = 70 / 60;

/** Each is asked for alone; where more look wrong, the reads stand. */
const mostReadAgain = 5;

/**
 * What was read of a part of a UTC day, checked against the hours the ledger
 * holds of it. Where an entity's hours contradict it, they stand, together with
 * what the source says of the rest of the stretch, which is asked for only then.
 *
 * Hours that hold more are believed: the source has lost what they saw. Hours
 * that hold less may have been read before samples came late, or lack what was
 * counted while nobody scraped; then the read is right. Only where no hour is
 * silent and the source says of the hours today what it said when they were
 * read, the read holds what counters had before their label changed.
 */
export async function boundByHours(
  reading: GroupReading,
  options: {
    ledger: LedgerStore;
    groupId: string;
    /** Label values of the entities that matter. */
    values: string[];
    /** Within one UTC day. */
    stretch: Stretch;
    read: (stretch: Stretch) => Promise<GroupReading>;
    /** Events of one entity, hour by hour; absent where that cannot be read. */
    readHours?: (value: string, stretch: Stretch) => Promise<EventCounts[]>;
  },
): Promise<GroupReading> {
  const { ledger, groupId, values, stretch, read, readHours } = options;
  const day = dayOf(stretch.from);
  const days = await ledger.listDays(groupId, { from: day, to: day });
  const held = heldHours(days.get(day), stretch);
  if (!held || reading.values.size === 0) {
    return reading;
  }
  const sums = await ledger.sumHours(groupId, day, held.hours);
  const ofHours = held.hours.length;
  const restHours = held.rest.reduce(
    (sum, { from, to }) => sum + (to.getTime() - from.getTime()) / HOUR,
    0,
  );
  const suspects = values.flatMap(value => {
    const hours = sums.get(value);
    const counts = countsOf(reading.values.get(value));
    if (!hours || !counts || hours.invalid || hours.counted === 0) {
      return [];
    }
    const most = hours.busiest * restHours * busierThanUsual;
    const isLess = hoursHoldMore(hours.counts, counts);
    const isMore =
      hours.counted === ofHours &&
      restHours <= longestRestHours &&
      isFarMore(counts.total, hours.counts.total + most);
    return isLess || isMore ? [{ value, hours, counts, isLess }] : [];
  });
  const more = suspects.filter(({ isLess }) => !isLess);
  const mayAskAgain = readHours && more.length <= mostReadAgain;
  if (suspects.length === more.length && (more.length === 0 || !mayAskAgain)) {
    return reading;
  }
  const rest: GroupReading[] = [];
  for (const each of held.rest) {
    rest.push(await read(each));
  }
  const bounded: Array<[string, EntityReading]> = [];
  for (const { value, hours, counts, isLess } of suspects) {
    const parts = rest.flatMap(each => countsOf(each.values.get(value)) ?? []);
    if (parts.length < rest.length) {
      continue;
    }
    const ofRest = sumOf(parts);
    if (isLess) {
      bounded.push([value, toReading(sumOf([hours.counts, ofRest]))]);
    } else if (
      mayAskAgain &&
      isFarMore(counts.total, hours.counts.total + ofRest.total)
    ) {
      const again = await readHours(value, held.stretch);
      const present = sumOf(again);
      if (
        again.length === ofHours &&
        isFarMore(counts.total, present.total + ofRest.total)
      ) {
        bounded.push([value, toReading(sumOf([present, ofRest]))]);
      }
    }
  }
  return {
    ...reading,
    values: new Map([...reading.values, ...bounded]),
    incomplete: reading.incomplete || rest.some(each => each.incomplete),
    warnings: [
      ...new Set([reading, ...rest].flatMap(({ warnings }) => warnings)),
    ],
  };
}

/**
 * The hours of a stretch that the ledger holds, and what is left of it before
 * and after them. None while one in between was not read.
 */
function heldHours(
  day: LedgerDay | undefined,
  { from, to }: Stretch,
): { hours: number[]; stretch: Stretch; rest: Stretch[] } | undefined {
  const midnight = startOfDay(dayOf(from));
  const startOf = (hour: number) => midnight + hour * HOUR;
  const inside = (day?.hours ?? []).flatMap((state, hour) =>
    state !== 'unread' &&
    startOf(hour) >= from.getTime() &&
    startOf(hour + 1) <= to.getTime()
      ? [hour]
      : [],
  );
  const first = inside.at(0);
  const last = inside.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const rest = [
    { from, to: new Date(startOf(first)) },
    { from: new Date(startOf(last + 1)), to },
  ];
  return last - first + 1 === inside.length
    ? {
        hours: inside,
        stretch: {
          from: new Date(startOf(first)),
          to: new Date(startOf(last + 1)),
        },
        rest: rest.filter(each => each.from < each.to),
      }
    : undefined;
}

/** Undefined: it cannot be judged. An entity without series counted nothing. */
function countsOf(found: EntityReading | undefined): EventCounts | undefined {
  if (!found) {
    return { bad: 0, total: 0 };
  }
  return found.kind === 'counts' ? found : undefined;
}

function toReading(counts: EventCounts): EntityReading {
  return { kind: 'counts', ...counts };
}
