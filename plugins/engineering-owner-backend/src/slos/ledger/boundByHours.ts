import { EventCounts } from '@engineering-owner/backstage-plugin-common';
import {
  EntityReading,
  GroupReading,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { hoursHoldMore, isFarMore, sumOf } from './eventSums';
import { dayOf, HOUR, LedgerDay, startOfDay } from './LedgerDay';
import { HourSum, LedgerStore } from './LedgerStore';
import { busierThanUsual, mostAcross } from './plausibleDay';

/**
 * What was read of a part of a UTC day, checked against the hours the ledger
 * holds of it, as a whole day is. Where an entity's hours contradict it, they
 * stand, together with what the source says of the rest of the stretch, which
 * is asked for only then.
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
  },
): Promise<GroupReading> {
  const { ledger, groupId, values, stretch, read } = options;
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
    const most = (hours?.busiest ?? 0) * restHours * busierThanUsual;
    return hours && counts && contradicts(counts, hours, ofHours, most)
      ? [{ value, hours, counts }]
      : [];
  });
  if (suspects.length === 0) {
    return reading;
  }
  const rest: GroupReading[] = [];
  for (const each of held.rest) {
    rest.push(await read(each));
  }
  const bounded = suspects.flatMap(({ value, hours, counts }) => {
    const parts = rest.flatMap(each => countsOf(each.values.get(value)) ?? []);
    const ofRest = sumOf(parts);
    return parts.length === rest.length &&
      contradicts(counts, hours, ofHours, ofRest.total)
      ? [[value, toReading(sumOf([hours.counts, ofRest]))] as const]
      : [];
  });
  return {
    ...reading,
    values: new Map([...reading.values, ...bounded]),
    incomplete: reading.incomplete || rest.some(each => each.incomplete),
    warnings: [
      ...new Set([reading, ...rest].flatMap(({ warnings }) => warnings)),
    ],
  };
}

/** Whether an entity's hours do not bear a read out that is longer than they. */
function contradicts(
  read: EventCounts,
  hours: HourSum,
  of: number,
  mostOfRest: number,
): boolean {
  if (hours.invalid || hours.counted === 0) {
    return false;
  }
  const { total } = hours.counts;
  const most = mostAcross({ total, counted: hours.counted, of });
  return (
    hoursHoldMore(hours.counts, read) ||
    isFarMore(read.total, most + mostOfRest)
  );
}

/**
 * The hours of a stretch that the ledger holds, and what is left of it before
 * and after them. None while one in between was not read.
 */
function heldHours(
  day: LedgerDay | undefined,
  { from, to }: Stretch,
): { hours: number[]; rest: Stretch[] } | undefined {
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
    ? { hours: inside, rest: rest.filter(each => each.from < each.to) }
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
