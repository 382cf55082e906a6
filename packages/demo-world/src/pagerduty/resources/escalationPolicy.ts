import {
  Account,
  AccountPolicy,
  ESCALATION_DELAY_MINUTES,
} from '../account/account';
import { idOf } from '../history/randomness';
import {
  identity,
  scheduleReference,
  serviceReference,
  teamReference,
  userReference,
} from './reference';
import { renderTeam } from './team';
import { renderUser } from './user';

/** What an escalation policy answer embeds in full. */
export interface PolicyIncludes {
  teams?: boolean;
  /** Users only: an embedded schedule would need a time range. */
  targets?: boolean;
}

/** An escalation policy as `GET /escalation_policies/{id}` answers it. */
export function renderPolicy(
  account: Account,
  policy: AccountPolicy,
  includes: PolicyIncludes = {},
) {
  return {
    ...identity('escalation_policy', policy.id, policy.name),
    name: policy.name,
    description: `Who is paged for ${policy.name}`,
    num_loops: 0,
    on_call_handoff_notifications: 'if_has_services',
    escalation_rules: policy.levels.map((target, position) => ({
      id: idOf('P', `rule/${policy.id}/${position}`).slice(0, 7),
      escalation_delay_in_minutes: ESCALATION_DELAY_MINUTES,
      targets: [targetOf(account, target, includes)],
      escalation_rule_assignment_strategy: 'assign_to_everyone',
    })),
    services: account.services
      .filter(service => service.policyId === policy.id)
      .map(service => serviceReference(account, service.id)),
    teams: account.teams
      .filter(team => team.id === policy.teamId)
      .map(team =>
        includes.teams ? renderTeam(team) : teamReference(account, team.id),
      ),
  };
}

function targetOf(
  account: Account,
  target: AccountPolicy['levels'][number],
  includes: PolicyIncludes,
) {
  if (target.type === 'schedule') {
    return scheduleReference(account, target.id);
  }
  const user = account.users.find(({ id }) => id === target.id);
  return includes.targets && user
    ? renderUser(account, user)
    : userReference(account, target.id);
}
