import { OnCallShift } from '../model';

/** A shift of policy `P1` at level 1; times as `DD HH:MM` of March 2026, UTC. */
export function shift(
  responderId: string,
  start: string | null,
  end: string | null,
  rest: Partial<OnCallShift> = {},
): OnCallShift {
  return {
    policyId: 'P1',
    level: 1,
    responderId,
    scheduleId: 'SCHED1',
    scheduleName: 'Primary',
    start: start && march(start),
    end: end && march(end),
    ...rest,
  };
}

/** `02 09:00` → `2026-03-02T09:00:00.000Z` */
export function march(time: string): string {
  const [day, hourAndMinute] = time.split(' ');
  return `2026-03-${day}T${hourAndMinute}:00.000Z`;
}
