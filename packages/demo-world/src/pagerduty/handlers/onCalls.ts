import { invalidInput } from '../http/apiError';
import { Call, Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { OnCall } from '../onCall/roster';
import { renderOnCall } from '../resources/onCall';
import { PagerDutyState } from '../state';
import { DAY } from '../time';

const FURTHEST_AHEAD = 90 * DAY;

/** Shifts end 90 days ahead, whatever the call asks for. */
function rangeOf({ query, now }: Call) {
  const since = query.time('since') ?? now;
  const until = query.time('until') ?? Math.max(since, now);
  if (until < since) {
    throw invalidInput('until cannot be before since');
  }
  return { since, until: Math.min(until, now + FURTHEST_AHEAD) };
}

function startOf(onCall: OnCall): number {
  return 'permanent' in onCall ? -Infinity : onCall.start;
}

/** The first of each policy, level and person. */
function earliest(onCalls: OnCall[]): OnCall[] {
  const first = new Map<string, OnCall>();
  for (const onCall of onCalls) {
    const key = `${onCall.policyId} ${onCall.level} ${onCall.userId}`;
    const known = first.get(key);
    if (!known || startOf(onCall) < startOf(known)) {
      first.set(key, onCall);
    }
  }
  return [...first.values()];
}

/** `GET /oncalls`. */
export function onCallEndpoints(state: PagerDutyState): Endpoint[] {
  return [
    {
      method: 'get',
      path: '/oncalls',
      scope: 'oncalls.read',
      answer: call => {
        const { query } = call;
        const { since, until } = rangeOf(call);
        const policyIds = query.list('escalation_policy_ids');
        const scheduleIds = query.list('schedule_ids');
        const userIds = query.list('user_ids');
        const found = state.account.policies
          .filter(({ id }) => !policyIds || policyIds.includes(id))
          .flatMap(policy => state.roster.onCalls(policy, since, until))
          .filter(
            onCall =>
              (!scheduleIds ||
                (!('permanent' in onCall) &&
                  scheduleIds.includes(onCall.scheduleId))) &&
              (!userIds || userIds.includes(onCall.userId)),
          );
        const rows = query.flag('earliest') ? earliest(found) : found;
        return {
          body: pagedAnswer('oncalls', pageOf(rows, query), onCall =>
            renderOnCall(state, onCall, {
              users: query.includes('users'),
              policies: query.includes('escalation_policies'),
              schedules: query.includes('schedules'),
            }),
          ),
        };
      },
    },
  ];
}
