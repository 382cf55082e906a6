import { notFound } from '../http/apiError';
import { Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { Query } from '../http/query';
import { renderPolicy } from '../resources/escalationPolicy';
import { PagerDutyState } from '../state';
import { matching } from './matching';

function includesOf(query: Query) {
  return {
    teams: query.includes('teams'),
    targets: query.includes('targets'),
  };
}

/** `GET /escalation_policies` and `GET /escalation_policies/{id}`. */
export function escalationPolicyEndpoints(state: PagerDutyState): Endpoint[] {
  const { account } = state;
  const usersOf = (levels: Array<{ type: string; id: string }>) =>
    levels.flatMap(({ type, id }) =>
      type === 'user'
        ? [id]
        : account.schedules.find(schedule => schedule.id === id)?.userIds ?? [],
    );
  return [
    {
      method: 'get',
      path: '/escalation_policies/:id',
      scope: 'escalation_policies.read',
      answer: ({ id, query }) => {
        const policy = account.policies.find(candidate => candidate.id === id);
        if (!policy) {
          throw notFound(`Escalation policy ${id}`);
        }
        return {
          body: {
            escalation_policy: renderPolicy(account, policy, includesOf(query)),
          },
        };
      },
    },
    {
      method: 'get',
      path: '/escalation_policies',
      scope: 'escalation_policies.read',
      answer: ({ query }) => {
        const teamIds = query.list('team_ids');
        const userIds = query.list('user_ids');
        const found = matching(account.policies, query).filter(
          policy =>
            (!teamIds || teamIds.includes(policy.teamId)) &&
            (!userIds ||
              usersOf(policy.levels).some(id => userIds.includes(id))),
        );
        return {
          body: pagedAnswer(
            'escalation_policies',
            pageOf(found, query),
            policy => renderPolicy(account, policy, includesOf(query)),
          ),
        };
      },
    },
  ];
}
