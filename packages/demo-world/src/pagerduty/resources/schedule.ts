import { DateTime } from 'luxon';
import { AccountSchedule } from '../account/account';
import { idOf } from '../history/randomness';
import { PagerDutyState } from '../state';
import { DAY, SECOND } from '../time';
import {
  identity,
  policyReference,
  teamReference,
  userReference,
} from './reference';

/** The stretch of time whose entries a schedule answer shows. */
export interface ScheduleRange {
  /** Epoch milliseconds. */
  since: number;
  until: number;
  /** Keep entries whole that reach beyond the range. */
  overflow: boolean;
}

const ROTATION_START = { year: 2024, month: 1, day: 1, hour: 9 };

function inZone(at: number, zone: string): string {
  return (
    DateTime.fromMillis(at, { zone }).toISO({
      suppressMilliseconds: true,
    }) ?? new Date(at).toISOString()
  );
}

function entriesOf(
  state: PagerDutyState,
  schedule: AccountSchedule,
  range: ScheduleRange,
) {
  return state.roster
    .shifts(schedule, range.since, range.until)
    .filter(shift => shift.start < range.until)
    .map(shift => ({
      ...shift,
      start: range.overflow ? shift.start : Math.max(shift.start, range.since),
      end: range.overflow ? shift.end : Math.min(shift.end, range.until),
    }));
}

/** Percentage of the range in which somebody is on call. */
function coverage(
  entries: Array<{ start: number; end: number }>,
  range: ScheduleRange,
): number {
  const covered = entries.reduce(
    (sum, { start, end }) =>
      sum + Math.min(end, range.until) - Math.max(start, range.since),
    0,
  );
  const length = range.until - range.since;
  return length > 0 ? Math.round((1000 * covered) / length) / 10 : 100;
}

/** A schedule as `GET /schedules` lists it: without its entries. */
export function renderScheduleHead(
  state: PagerDutyState,
  schedule: AccountSchedule,
) {
  const { account } = state;
  return {
    ...identity('schedule', schedule.id, schedule.name),
    name: schedule.name,
    description: `Weekly, hand-over on Monday at 09:00 ${schedule.timeZone}`,
    time_zone: schedule.timeZone,
    escalation_policies: account.policies
      .filter(policy => policy.levels.some(({ id }) => id === schedule.id))
      .map(policy => policyReference(account, policy.id)),
    users: schedule.userIds.map(id => userReference(account, id)),
    teams: [teamReference(account, schedule.teamId)],
  };
}

/** A schedule as `GET /schedules/{id}` answers it, with rendered entries. */
export function renderSchedule(
  state: PagerDutyState,
  schedule: AccountSchedule,
  range: ScheduleRange,
) {
  const zone = schedule.timeZone;
  const entries = entriesOf(state, schedule, range);
  const rendered = {
    rendered_schedule_entries: entries.map(({ userId, start, end }) => ({
      start: inZone(start, zone),
      end: inZone(end, zone),
      user: userReference(state.account, userId),
    })),
    rendered_coverage_percentage: coverage(entries, range),
  };
  const start = DateTime.fromObject(ROTATION_START, { zone }).toMillis();
  return {
    ...renderScheduleHead(state, schedule),
    schedule_layers: [
      {
        id: idOf('P', `layer/${schedule.id}`).slice(0, 7),
        name: 'Weekly',
        start: inZone(start, zone),
        end: null,
        rotation_virtual_start: inZone(start, zone),
        rotation_turn_length_seconds: (7 * DAY) / SECOND,
        users: schedule.userIds.map(id => ({
          user: userReference(state.account, id),
        })),
        restrictions: [],
        ...rendered,
      },
    ],
    overrides_subschedule: {
      name: 'Overrides',
      rendered_schedule_entries: [],
      rendered_coverage_percentage: 0,
    },
    final_schedule: { name: 'Final Schedule', ...rendered },
  };
}
