/**
 * How often an SLO's own window is read: every minute up to an hour, else every
 * five minutes, because a longer window moves too little in a minute to be worth
 * its samples. Windows that serve alerts alone have intervals of their own, see
 * {@link burnWindows}.
 *
 * @public
 */
export function readIntervalSeconds(windowSeconds: number): number {
  return windowSeconds <= 3600 ? 60 : 300;
}
