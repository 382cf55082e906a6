import { DateTime, IANAZone } from 'luxon';

/**
 * When somebody was interrupted, by their own clock. `sleep`: from 22:00 to
 * 8:00 on any day; `off_hours`: from 18:00 to 22:00, and Saturdays and Sundays;
 * `business`: the rest. PagerDuty's classes overlap in the nights of weekends;
 * sleep comes first, then off hours.
 *
 * @public
 */
export type HourClass = 'sleep' | 'off_hours' | 'business';

const SLEEP_FROM = 22;
const SLEEP_UNTIL = 8;
const OFF_FROM = 18;
const SATURDAY = 6;

/**
 * The hour class of a time in a time zone. Undefined when the zone is not
 * known: without it nobody can say whether it was night.
 *
 * @param at - milliseconds, or ISO 8601
 * @param timeZone - IANA name
 */
export function hourClass(
  at: number | string,
  timeZone: string | undefined,
): HourClass | undefined {
  if (!timeZone || !IANAZone.isValidZone(timeZone)) {
    return undefined;
  }
  const zone = { zone: timeZone };
  const local =
    typeof at === 'number'
      ? DateTime.fromMillis(at, zone)
      : DateTime.fromISO(at, zone);
  if (!local.isValid) {
    return undefined;
  }
  if (local.hour >= SLEEP_FROM || local.hour < SLEEP_UNTIL) {
    return 'sleep';
  }
  return local.hour >= OFF_FROM || local.weekday >= SATURDAY
    ? 'off_hours'
    : 'business';
}
