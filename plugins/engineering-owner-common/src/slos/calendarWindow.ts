import { InputError } from '@backstage/errors';
import { DateTime, IANAZone } from 'luxon';
import { CalendarWindow } from './model';

const DAY = 86400;

/** OpenSLO's units from a day on, with their nominal length. */
const units = {
  d: { unit: 'days', seconds: DAY },
  w: { unit: 'weeks', seconds: 7 * DAY },
  M: { unit: 'months', seconds: 30 * DAY },
  Q: { unit: 'quarters', seconds: 90 * DAY },
  Y: { unit: 'years', seconds: 365 * DAY },
} as const;

const longestSeconds = 400 * DAY;

const example =
  '{duration: 1M, startTime: "2026-01-01 00:00:00", timeZone: Europe/Berlin}';

/**
 * A duration of calendar periods: `1d`, `2w`, `1M`, `1Q`, `1Y`. Undefined when
 * the text is none, or shorter than a day.
 *
 * @public
 */
export function parseCalendarDuration(text: string):
  | {
      count: number;
      unit: 'days' | 'weeks' | 'months' | 'quarters' | 'years';
      /** Nominal, with 30 days to a month, 90 to a quarter, 365 to a year. */
      seconds: number;
    }
  | undefined {
  const [, digits, letter] = /^(\d{1,6})([dwMQY])$/.exec(text) ?? [];
  const found = Object.entries(units).find(([name]) => name === letter)?.[1];
  const count = Number(digits);
  return found && count > 0
    ? { count, unit: found.unit, seconds: count * found.seconds }
    : undefined;
}

/**
 * A calendar window as a definition writes it.
 *
 * @param written - `duration` in whole periods, `1d` to `1Y`, 400 days at most;
 * `startTime` in local time, `YYYY-MM-DD hh:mm:ss`; `timeZone` by its IANA name
 * @throws InputError naming the part that is wrong and what would be right
 * @public
 */
export function calendarWindow(written: {
  duration: string;
  startTime: string;
  timeZone: string;
}): CalendarWindow {
  const { duration, timeZone } = written;
  const parsed = parseCalendarDuration(duration);
  if (!parsed || parsed.seconds > longestSeconds) {
    throw new InputError(
      `the duration of a calendar window is ${quoted(
        duration,
      )}; write whole periods from 1d to 1Y, with d, w, M (months), Q or Y, for example ${example}`,
    );
  }
  const startTime = written.startTime.replace(/^([0-9-]{10}) /, '$1T');
  if (
    !/^(19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(startTime) ||
    !DateTime.fromISO(startTime, { zone: 'utc' }).isValid
  ) {
    throw new InputError(
      `the startTime of a calendar window is ${quoted(
        written.startTime,
      )}; write a date and time as YYYY-MM-DD hh:mm:ss, for example ${example}`,
    );
  }
  if (!/^[A-Za-z]/.test(timeZone) || !IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      `the timeZone of a calendar window is ${quoted(
        timeZone,
      )}; write an IANA name, for example ${example}`,
    );
  }
  return {
    type: 'calendar',
    duration,
    seconds: parsed.seconds,
    startTime,
    timeZone,
  };
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
