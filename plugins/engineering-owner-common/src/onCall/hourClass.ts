import { clockOf } from './clock';
import { instantOf } from './instant';

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
/** Saturday and Sunday. */
const WEEKEND = [6, 0];

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
  const clock = timeZone ? clockOf(timeZone) : undefined;
  const time = typeof at === 'number' ? at : instantOf(at);
  const local = clock && time !== undefined ? new Date(clock(time)) : undefined;
  if (!local || Number.isNaN(local.getTime())) {
    return undefined;
  }
  const hour = local.getUTCHours();
  if (hour >= SLEEP_FROM || hour < SLEEP_UNTIL) {
    return 'sleep';
  }
  return hour >= OFF_FROM || WEEKEND.includes(local.getUTCDay())
    ? 'off_hours'
    : 'business';
}
