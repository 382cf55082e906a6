import { invalidInput } from '../http/apiError';
import { Call, Endpoint } from '../http/endpoint';
import { pagedAnswer, pageOf } from '../http/paging';
import { IncidentEvent } from '../incidents/event';
import { renderIncident } from '../resources/incident';
import { renderLogEntry } from '../resources/logEntry';
import { PagerDutyState } from '../state';
import { incidentOrNotFound } from './incidents';

/** What `is_overview` leaves out. */
const DETAILS: Array<IncidentEvent['kind']> = ['notify', 'field_change'];

/** Newest first, as the account's own feed is. */
function searchEvents(
  events: readonly IncidentEvent[],
  { query }: Call,
): IncidentEvent[] {
  const since = query.time('since') ?? -Infinity;
  const until = query.time('until') ?? Infinity;
  if (since > until) {
    throw invalidInput('since must be before until');
  }
  const overview = query.flag('is_overview');
  return events
    .filter(
      event =>
        event.at >= since &&
        event.at < until &&
        !(overview && DETAILS.includes(event.kind)),
    )
    .reverse();
}

function answerEvents(
  state: PagerDutyState,
  found: IncidentEvent[],
  { query }: Call,
) {
  const includes = {
    channels: query.includes('channels'),
    services: query.includes('services'),
    teams: query.includes('teams'),
  };
  return {
    body: pagedAnswer('log_entries', pageOf(found, query), event => {
      const incident = incidentOrNotFound(state, event.incidentId);
      const entry = renderLogEntry(state, event, incident, includes);
      return query.includes('incidents')
        ? { ...entry, incident: renderIncident(state, incident) }
        : entry;
    }),
  };
}

/** The log of one incident, and the account-wide one: the change feed. */
export function logEntryEndpoints(state: PagerDutyState): Endpoint[] {
  const teamOf = (incidentId: string) => {
    const serviceId = state.log.incident(incidentId)?.state.serviceId;
    return state.account.services.find(({ id }) => id === serviceId)?.teamId;
  };
  return [
    {
      method: 'get',
      path: '/incidents/:id/log_entries',
      scope: 'incidents.read',
      answer: call => {
        const { events } = incidentOrNotFound(state, call.id);
        return answerEvents(state, searchEvents(events, call), call);
      },
    },
    {
      method: 'get',
      path: '/log_entries',
      scope: 'incidents.read',
      answer: call => {
        const teamIds = call.query.list('team_ids');
        const found = searchEvents(state.log.events(), call).filter(
          event =>
            // The contract gives the account's feed no field changes.
            event.kind !== 'field_change' &&
            (!teamIds || teamIds.includes(teamOf(event.incidentId) ?? '')),
        );
        return answerEvents(state, found, call);
      },
    },
  ];
}
