import { invalidInput, notFound } from '../http/apiError';
import { Call, Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import {
  renderSchedule,
  renderScheduleHead,
  ScheduleRange,
} from '../resources/schedule';
import { PagerDutyState } from '../state';
import { DAY } from '../time';
import { matching } from './matching';

function rangeOf({ query, now }: Call): ScheduleRange {
  const since = query.time('since') ?? now;
  const until = query.time('until') ?? since + 14 * DAY;
  if (until <= since) {
    throw invalidInput('until must be after since');
  }
  return { since, until, overflow: query.flag('overflow') };
}

/** `GET /schedules` and `GET /schedules/{id}`. */
export function scheduleEndpoints(state: PagerDutyState): Endpoint[] {
  const { schedules } = state.account;
  return [
    {
      method: 'get',
      path: '/schedules/:id',
      scope: 'schedules.read',
      answer: call => {
        const schedule = schedules.find(({ id }) => id === call.id);
        if (!schedule) {
          throw notFound(`Schedule ${call.id}`);
        }
        return {
          body: { schedule: renderSchedule(state, schedule, rangeOf(call)) },
        };
      },
    },
    {
      method: 'get',
      path: '/schedules',
      scope: 'schedules.read',
      answer: ({ query }) => {
        const teamIds = query.list('team_ids');
        const found = matching(schedules, query).filter(
          schedule => !teamIds || teamIds.includes(schedule.teamId),
        );
        return {
          body: pagedAnswer('schedules', pageOf(found, query), schedule =>
            renderScheduleHead(state, schedule),
          ),
        };
      },
    },
  ];
}
