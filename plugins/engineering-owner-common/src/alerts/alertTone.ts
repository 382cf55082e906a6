import { AlertStatus } from './model';

/** Names teams give to alerts that wake somebody. */
const urgent = ['page', 'critical', 'fatal', 'emergency', 'high'];

/**
 * Alerts that fire and page demand action now; all others can be looked at in
 * the day, and those that are only about to fire are no alarm yet. Those that
 * nobody is told of have been seen to.
 *
 * @public
 */
export function alertTone({
  state,
  severity,
  suppression,
}: Pick<AlertStatus, 'state' | 'severity' | 'suppression'>):
  | 'act_now'
  | 'look_today' {
  return state === 'firing' &&
    !suppression &&
    urgent.includes(severity?.toLowerCase() ?? '')
    ? 'act_now'
    : 'look_today';
}
