import { DateTime } from 'luxon';
import { parseCalendarDuration } from './calendarWindow';
import { CalendarWindow, SloWindow, windowKey } from './model';
import { WindowStretch } from './windowPlan';

/** Mean lengths in milliseconds: how many periods to step over at first. */
const meanLength = {
  days: 86_400_000,
  weeks: 7 * 86_400_000,
  months: 30.436875 * 86_400_000,
  quarters: 91.310625 * 86_400_000,
  years: 365.2425 * 86_400_000,
};

/**
 * The part of a window that has passed, and when its period ends.
 *
 * @public
 */
export interface WindowPeriod extends WindowStretch {
  /** Of a rolling window its end, which is now. */
  periodEndsAt: Date;
}

/** The bounds last worked out for a window: time zones are slow to ask. */
const known = new Map<string, { from: number; to: number }>();
const mostKnown = 1000;

/**
 * The stretch (from, to] that a window covers when it ends at `end`. A calendar
 * window begins with the period that holds the moment before `end`, so that at
 * the very edge it is the whole period that ends there. Periods are counted
 * from the window's start time in local time: those that start on the 31st
 * start on the last day of a shorter month, and a day with a change of the
 * clock is 23 or 25 hours long.
 *
 * @public
 */
export function windowStretch(window: SloWindow, end: Date): WindowPeriod {
  const period =
    window.type === 'calendar' ? periodAt(window, end.getTime()) : undefined;
  return period
    ? {
        from: new Date(period.from),
        to: end,
        periodEndsAt: new Date(period.to),
      }
    : {
        from: new Date(end.getTime() - window.seconds * 1000),
        to: end,
        periodEndsAt: end,
      };
}

/**
 * The whole period before the one that a calendar window which ends at `end`
 * is in.
 *
 * @public
 */
export function previousPeriod(
  window: CalendarWindow,
  end: Date,
): WindowStretch {
  const { from } = windowStretch(window, end);
  return { from: windowStretch(window, from).from, to: from };
}

/** Undefined for a window that no definition could have made. */
function periodAt(
  window: CalendarWindow,
  end: number,
): { from: number; to: number } | undefined {
  const key = windowKey(window);
  const last = known.get(key);
  if (last && last.from < end && end <= last.to) {
    return last;
  }
  const parsed = parseCalendarDuration(window.duration);
  const anchor = DateTime.fromISO(window.startTime, { zone: window.timeZone });
  if (!parsed || !anchor.isValid || !Number.isFinite(end)) {
    return undefined;
  }
  const { count, unit } = parsed;
  // Always from the first start: from period to period the 31st would be lost.
  const startOf = (period: number) =>
    anchor.plus({ [unit]: period * count }).toMillis();
  let period = Math.floor(
    (end - anchor.toMillis()) / (meanLength[unit] * count),
  );
  while (startOf(period) >= end) {
    period -= 1;
  }
  while (startOf(period + 1) < end) {
    period += 1;
  }
  const found = { from: startOf(period), to: startOf(period + 1) };
  if (!Number.isFinite(found.from) || !Number.isFinite(found.to)) {
    return undefined;
  }
  if (known.size >= mostKnown) {
    known.clear();
  }
  known.set(key, found);
  return found;
}
