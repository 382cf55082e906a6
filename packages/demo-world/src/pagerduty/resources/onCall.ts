import { Account } from '../account/account';
import { OnCall } from '../onCall/roster';
import { PagerDutyState } from '../state';
import { isoSeconds } from '../time';
import { renderPolicy } from './escalationPolicy';
import { policyReference, scheduleReference, userReference } from './reference';
import { renderScheduleHead } from './schedule';
import { renderUser } from './user';

/** What an on-call answer embeds in full. */
export interface OnCallIncludes {
  users: boolean;
  policies: boolean;
  schedules: boolean;
}

function userOf(account: Account, id: string, full: boolean) {
  const user = account.users.find(candidate => candidate.id === id);
  return full && user ? renderUser(account, user) : userReference(account, id);
}

/** An on-call as `GET /oncalls` answers it; permanent ones have no times. */
export function renderOnCall(
  state: PagerDutyState,
  onCall: OnCall,
  includes: OnCallIncludes,
) {
  const { account } = state;
  const policy = account.policies.find(({ id }) => id === onCall.policyId);
  const head = {
    escalation_policy:
      includes.policies && policy
        ? renderPolicy(account, policy)
        : policyReference(account, onCall.policyId),
    escalation_level: onCall.level,
    user: userOf(account, onCall.userId, includes.users),
  };
  if ('permanent' in onCall) {
    return { ...head, schedule: null, start: null, end: null };
  }
  const schedule = account.schedules.find(({ id }) => id === onCall.scheduleId);
  return {
    ...head,
    schedule:
      includes.schedules && schedule
        ? renderScheduleHead(state, schedule)
        : scheduleReference(account, onCall.scheduleId),
    start: isoSeconds(onCall.start),
    end: isoSeconds(onCall.end),
  };
}
