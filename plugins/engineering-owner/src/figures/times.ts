import { DateTime } from 'luxon';
import { LOCALE } from './locale';

/** IANA name of a zone; `local` is the reader's. */
type Zone = string;

function moment(iso: string, zone: Zone): DateTime {
  return DateTime.fromISO(iso, { zone }).setLocale(LOCALE);
}

/**
 * A moment as short as it stays clear: `14:05` today, `Fri 18:00` within six
 * days, `12 Jun 18:00` within the year, else with the year.
 */
export function formatTime(
  iso: string,
  now: Date,
  zone: Zone = 'local',
): string {
  const at = moment(iso, zone);
  const today = DateTime.fromJSDate(now, { zone });
  if (at.hasSame(today, 'day')) {
    return at.toFormat('HH:mm');
  }
  if (Math.abs(at.startOf('day').diff(today.startOf('day'), 'days').days) < 7) {
    return at.toFormat('ccc HH:mm');
  }
  return at.toFormat(
    at.hasSame(today, 'year') ? 'd LLL HH:mm' : 'd LLL yyyy HH:mm',
  );
}

/** The whole of it, for the tooltip: `2025-06-12 14:05:03 (Europe/Berlin, UTC+02:00)`. */
export function formatAbsoluteTime(iso: string, zone: Zone = 'local'): string {
  const at = moment(iso, zone);
  return `${at.toFormat('yyyy-LL-dd HH:mm:ss')} (${
    at.zoneName
  }, UTC${at.toFormat('ZZ')})`;
}

/**
 * A calendar date (`YYYY-MM-DD`) as a person writes it: `12 Jun 2025`. Of a
 * moment, the date in a given zone.
 */
export function formatDate(date: string, zone: Zone = 'utc'): string {
  return moment(date, zone).toFormat('d LLL yyyy');
}

/** A day in a given zone: `12 Jun`. */
export function formatDay(iso: string, zone: Zone): string {
  return moment(iso, zone).toFormat('d LLL');
}

/** A moment in a given zone: `12 Jun 00:00`. */
export function formatDayTime(iso: string, zone: Zone): string {
  return moment(iso, zone).toFormat('d LLL HH:mm');
}
