import { notFound } from '../http/apiError';
import { Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { Query } from '../http/query';
import { renderService } from '../resources/service';
import { PagerDutyState } from '../state';
import { matching } from './matching';

function includesOf(query: Query) {
  return {
    policies: query.includes('escalation_policies'),
    teams: query.includes('teams'),
  };
}

/** `GET /services` and `GET /services/{id}`. */
export function serviceEndpoints(state: PagerDutyState): Endpoint[] {
  const { services } = state.account;
  return [
    {
      method: 'get',
      path: '/services/:id',
      scope: 'services.read',
      answer: ({ id, query }) => {
        const service = services.find(candidate => candidate.id === id);
        if (!service) {
          throw notFound(`Service ${id}`);
        }
        return {
          body: { service: renderService(state, service, includesOf(query)) },
        };
      },
    },
    {
      method: 'get',
      path: '/services',
      scope: 'services.read',
      answer: ({ query }) => {
        const teamIds = query.list('team_ids');
        const name = query.text('name');
        const found = matching(services, query).filter(
          service =>
            (!teamIds || teamIds.includes(service.teamId)) &&
            (!name || service.name === name),
        );
        return {
          body: pagedAnswer('services', pageOf(found, query), service =>
            renderService(state, service, includesOf(query)),
          ),
        };
      },
    },
  ];
}
