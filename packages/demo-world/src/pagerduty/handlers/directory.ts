import { Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { priorities, renderPriority } from '../resources/priority';
import { renderTeam } from '../resources/team';
import { PagerDutyState } from '../state';
import { matching } from './matching';

/** What the account is made of: teams, priorities, abilities. */
export function directoryEndpoints(state: PagerDutyState): Endpoint[] {
  return [
    {
      method: 'get',
      path: '/teams',
      scope: 'teams.read',
      answer: ({ query }) => ({
        body: pagedAnswer(
          'teams',
          pageOf(matching(state.account.teams, query), query),
          renderTeam,
        ),
      }),
    },
    {
      method: 'get',
      path: '/priorities',
      scope: 'priorities.read',
      answer: ({ query }) => ({
        body: pagedAnswer(
          'priorities',
          pageOf(priorities, query),
          renderPriority,
        ),
      }),
    },
    {
      method: 'get',
      path: '/abilities',
      scope: 'abilities.read',
      answer: () => ({
        body: {
          abilities: ['teams', 'urgencies', 'priorities', 'event_rules'],
        },
      }),
    },
  ];
}
