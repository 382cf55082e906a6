import { DateTime } from 'luxon';
import { LOCALE } from '../figures/locale';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;

/** Length of the steps between ticks, so that about six fit. */
function tickEvery(span: number): {
  unit: 'minutes' | 'hours' | 'days';
  count: number;
} {
  if (span <= 1.5 * HOUR) {
    return { unit: 'minutes', count: 10 };
  }
  if (span <= 8 * HOUR) {
    return { unit: 'hours', count: 1 };
  }
  if (span <= 1.5 * DAY) {
    return { unit: 'hours', count: 4 };
  }
  const days = Math.max(1, Math.round(span / DAY / 6));
  return { unit: 'days', count: days };
}

/** Round times between two moments (milliseconds), in the reader's zone. */
export function timeTicks(
  from: number,
  to: number,
  zone: string = 'local',
): number[] {
  const { unit, count } = tickEvery(to - from);
  const ticks: number[] = [];
  let at = DateTime.fromMillis(from, { zone }).startOf('day');
  while (at.toMillis() <= to) {
    if (at.toMillis() >= from) {
      ticks.push(at.toMillis());
    }
    at = at.plus({ [unit]: count });
  }
  return ticks;
}

/** A tick's text: the hour within a day and a half, else the date. */
export function formatTick(
  at: number,
  span: number,
  zone: string = 'local',
): string {
  return DateTime.fromMillis(at, { zone })
    .setLocale(LOCALE)
    .toFormat(span <= 1.5 * DAY ? 'HH:mm' : 'd LLL');
}
