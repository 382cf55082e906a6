import { notFound } from '../http/apiError';
import { Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { Query } from '../http/query';
import { LoggedIncident } from '../incidents/incidentLog';
import { renderAlerts } from '../resources/alert';
import { IncidentIncludes, renderIncident } from '../resources/incident';
import { renderNotes } from '../resources/note';
import { PagerDutyState } from '../state';
import { searchIncidents } from './incidentSearch';

function includesOf(query: Query): IncidentIncludes {
  const users = query.includes('users');
  return {
    acknowledgers: users || query.includes('acknowledgers'),
    assignees: users || query.includes('assignees'),
    services: query.includes('services'),
    teams: query.includes('teams'),
    policies: query.includes('escalation_policies'),
    priorities: query.includes('priorities'),
    firstTriggers: query.includes('first_trigger_log_entries'),
    agents: query.includes('agents'),
    body: query.includes('body'),
  };
}

/** @throws ApiError 404 when there is no such incident. */
export function incidentOrNotFound(
  state: PagerDutyState,
  id: string,
): LoggedIncident {
  const incident = state.log.incident(id);
  if (!incident) {
    throw notFound(`Incident ${id}`);
  }
  return incident;
}

/** The reading half of `/incidents`. */
export function incidentEndpoints(state: PagerDutyState): Endpoint[] {
  return [
    {
      method: 'get',
      path: '/incidents/:id/alerts',
      scope: 'incidents.read',
      answer: ({ id, query }) => {
        const statuses = query.choices('statuses', ['triggered', 'resolved']);
        const alerts = renderAlerts(state, incidentOrNotFound(state, id));
        const found = alerts.filter(
          ({ status }) => !statuses || statuses.some(one => one === status),
        );
        return {
          body: pagedAnswer('alerts', pageOf(found, query), alert => alert),
        };
      },
    },
    {
      method: 'get',
      path: '/incidents/:id/notes',
      scope: 'incidents.read',
      answer: ({ id }) => ({
        body: { notes: renderNotes(state, incidentOrNotFound(state, id)) },
      }),
    },
    {
      method: 'get',
      path: '/incidents/:id',
      scope: 'incidents.read',
      answer: ({ id, query }) => ({
        body: {
          incident: renderIncident(state, incidentOrNotFound(state, id), {
            ...includesOf(query),
            body: true,
          }),
        },
      }),
    },
    {
      method: 'get',
      path: '/incidents',
      scope: 'incidents.read',
      answer: call => ({
        body: pagedAnswer(
          'incidents',
          pageOf(searchIncidents(state, call), call.query),
          incident => renderIncident(state, incident, includesOf(call.query)),
        ),
      }),
    },
  ];
}
