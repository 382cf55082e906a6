import {
  DAY,
  dayOf,
  HOUR,
  LedgerDay,
  startOfDay,
  unreadDay,
} from './LedgerDay';

/** Samples of an hour or a day have ten minutes to arrive. */
const settleAfter = 10 * 60_000;
/** The windows of five minutes and the last hour are read first: a day is dear. */
const closeDayAfter = settleAfter + 2 * 60_000;
/** A day is read again when late samples had another day to arrive. */
const rereadAfter = DAY;
/** So long a day that was read late waits for its second read. */
const rereadPause = 20 * HOUR;

/** What the ledger of a group lacks. */
export interface DueLedger {
  /** Hours of today, as one stretch. */
  hours?: { day: string; from: Date; to: Date };
  /** Days of ordinary work: yesterday, and those to be read again; newest first. */
  days: string[];
  /** Older days that were never read, newest first. */
  backfill: string[];
  /** Days the ledger should hold, and how many of them it does. */
  needed: number;
  held: number;
}

/** Decides what the ledger lacks at a moment. */
export function dueLedger(options: {
  days: ReadonlyMap<string, LedgerDay>;
  now: Date;
  /** The longest window that is made from the ledger. */
  longestSeconds: number;
}): DueLedger {
  const { days, longestSeconds } = options;
  const now = options.now.getTime();
  const today = startOfDay(dayOf(now));
  const yesterday = dayOf(today - DAY);
  const oldest = startOfDay(dayOf(now - longestSeconds * 1000));

  const due: DueLedger = { days: [], backfill: [], needed: 0, held: 0 };
  for (let start = today - DAY; start >= oldest; start -= DAY) {
    const name = dayOf(start);
    const day = days.get(name) ?? unreadDay;
    due.needed += 1;
    if (day.readAt) {
      due.held += 1;
      if (isRereadDue(day, start, now)) {
        due.days.push(name);
      }
    } else if (name !== yesterday) {
      due.backfill.push(name);
    } else if (now >= today + closeDayAfter) {
      due.days.push(name);
    }
  }
  const hours = dueHours(days.get(dayOf(now)) ?? unreadDay, today, now);
  return { ...due, ...(hours && { hours }) };
}

/** Whether a read of a day now is its last: late samples had their time. */
export function isSettledRead(day: string, now: Date): boolean {
  return now.getTime() >= startOfDay(day) + DAY + rereadAfter + settleAfter;
}

function isRereadDue(day: LedgerDay, start: number, now: number): boolean {
  return (
    !day.settledAt &&
    day.readAt !== undefined &&
    now >= start + DAY + rereadAfter + settleAfter &&
    now >= day.readAt.getTime() + rereadPause
  );
}

/** From the first hour that is missing to the last that may be read. */
function dueHours(day: LedgerDay, today: number, now: number) {
  const missing = day.hours.flatMap((state, hour) =>
    state === 'unread' && now >= today + (hour + 1) * HOUR + settleAfter
      ? [hour]
      : [],
  );
  const first = missing.at(0);
  const last = missing.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : {
        day: dayOf(today),
        from: new Date(today + first * HOUR),
        to: new Date(today + (last + 1) * HOUR),
      };
}
