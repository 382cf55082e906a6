import { AccountUser } from '../account/account';
import { notFound } from '../http/apiError';
import { Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { Query } from '../http/query';
import { renderUser } from '../resources/user';
import { PagerDutyState } from '../state';

function includesOf(query: Query) {
  return {
    teams: query.includes('teams'),
    contactMethods: query.includes('contact_methods'),
  };
}

/** PagerDuty looks for users by name and by e-mail. */
function isNamed(user: AccountUser, text: string): boolean {
  return `${user.name} ${user.email}`
    .toLowerCase()
    .includes(text.toLowerCase());
}

/** `GET /users` and `GET /users/{id}`. */
export function userEndpoints(state: PagerDutyState): Endpoint[] {
  const { account } = state;
  return [
    {
      method: 'get',
      path: '/users/:id',
      scope: 'users.read',
      answer: ({ id, query }) => {
        const user = account.users.find(candidate => candidate.id === id);
        if (!user) {
          throw notFound(`User ${id}`);
        }
        return { body: { user: renderUser(account, user, includesOf(query)) } };
      },
    },
    {
      method: 'get',
      path: '/users',
      scope: 'users.read',
      answer: ({ query }) => {
        const teamIds = query.list('team_ids');
        const text = query.text('query') ?? '';
        const found = account.users.filter(
          user =>
            isNamed(user, text) &&
            (!teamIds || user.teamIds.some(id => teamIds.includes(id))),
        );
        return {
          body: pagedAnswer('users', pageOf(found, query), user =>
            renderUser(account, user, includesOf(query)),
          ),
        };
      },
    },
  ];
}
