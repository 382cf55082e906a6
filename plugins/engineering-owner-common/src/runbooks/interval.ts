import { DateTime, Duration } from 'luxon';

/** No `m`: it could be minutes. */
const UNITS = {
  d: 'days',
  day: 'days',
  w: 'weeks',
  week: 'weeks',
  month: 'months',
  y: 'years',
  year: 'years',
} as const;

/** A century: longer ones are mistakes, and luxon's dates end somewhere. */
const LONGEST_DAYS = 36_525;

/**
 * Reads how long a review or test holds: "6 months", "180 days", "180d" or
 * ISO 8601 ("P6M"). A day and longer.
 *
 * @returns ISO 8601, or nothing when the text says no such length
 */
export function parseInterval(text: string): string | undefined {
  const words = /^(\d{1,5})\s*(d|w|y|(?:day|week|month|year)s?)$/i.exec(
    text.trim(),
  );
  const duration = words
    ? Duration.fromObject({ [unitOf(words[2])]: Number(words[1]) })
    : Duration.fromISO(text.trim().toLocaleUpperCase('en-US'));
  const days = duration.isValid ? duration.as('days') : 0;
  return days >= 1 && days <= LONGEST_DAYS
    ? duration.toISO() ?? undefined
    : undefined;
}

function unitOf(word: string) {
  const singular = word.toLocaleLowerCase('en-US').replace(/s$/, '');
  const unit = Object.entries(UNITS).find(([name]) => name === singular);
  return unit ? unit[1] : 'days';
}

/**
 * The day an interval after another one.
 *
 * @param day - `YYYY-MM-DD`
 * @param interval - ISO 8601
 * @returns `YYYY-MM-DD`
 */
export function addInterval(day: string, interval: string): string | undefined {
  return (
    DateTime.fromISO(day, { zone: 'utc' })
      .plus(Duration.fromISO(interval))
      .toISODate() ?? undefined
  );
}

/** The day of a date as front matter may hold it; YAML makes dates of some texts. */
export function parseDay(value: unknown): string | undefined {
  const date =
    value instanceof Date
      ? DateTime.fromJSDate(value, { zone: 'utc' })
      : DateTime.fromISO(typeof value === 'string' ? value.trim() : '', {
          setZone: true,
        });
  return date.isValid && date.year >= 1970 && date.year <= 9999
    ? date.toISODate()
    : undefined;
}
