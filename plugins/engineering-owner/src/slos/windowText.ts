import {
  type SloStatus,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { formatDay, formatDayTime } from '../figures';
import type { T } from '../translation';

type ShownWindow = SloStatus['window'];

const CALENDAR_PERIODS = ['1d', '1w', '1M', '1Q', '1Y'] as const;

function calendarPeriod({ type, duration }: ShownWindow) {
  return type === 'calendar'
    ? CALENDAR_PERIODS.find(period => period === duration)
    : undefined;
}

/** The window in a word or two: `30d`, `this month`. */
export function windowName(t: T, window: ShownWindow): string {
  if (window.type === 'rolling') {
    return window.duration;
  }
  const period = calendarPeriod(window);
  return period
    ? t(`slos.window.this_${period}`)
    : t('slos.window.thisPeriod', { duration: window.duration });
}

/** The window as a definition has it: `30d`, `each month`. */
export function windowRule(t: T, window: ShownWindow): string {
  if (window.type === 'rolling') {
    return window.duration;
  }
  const period = calendarPeriod(window);
  return period
    ? t(`slos.window.each_${period}`)
    : t('slos.window.eachPeriod', { duration: window.duration });
}

/** When the period of a calendar window began and when it resets, in its zone. */
export function windowPeriod(t: T, window: ShownWindow): string | undefined {
  if (window.type !== 'calendar' || !window.startsAt || !window.endsAt) {
    return undefined;
  }
  const { startsAt, endsAt, timeZone } = window;
  const lastMoment = new Date(Date.parse(endsAt) - 1000).toISOString();
  return t('slos.window.period', {
    from: formatDay(startsAt, timeZone),
    to: formatDay(lastMoment, timeZone),
    zone: timeZone,
    reset: formatDayTime(endsAt, timeZone),
  });
}

/** Seconds over which the budget would be spent evenly. */
export function budgetSpan(window: ShownWindow): number {
  return window.type === 'calendar' && window.startsAt && window.endsAt
    ? (Date.parse(window.endsAt) - Date.parse(window.startsAt)) / 1000
    : window.seconds;
}

/** The name of a window that queries and readings are listed by. */
export function nameOfWindow(t: T, own: ShownWindow, name: string): string {
  return name === windowKey(own) ? windowName(t, own) : name;
}
