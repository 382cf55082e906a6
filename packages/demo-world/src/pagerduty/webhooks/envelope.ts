import { randomUUID } from 'crypto';
import { IncidentEvent } from '../incidents/event';
import { LoggedIncident } from '../incidents/incidentLog';
import { priorityReference } from '../resources/priority';
import {
  actorReference,
  identity,
  incidentReference,
  incidentSummary,
  policyReference,
  serviceReference,
  teamReference,
  userReference,
} from '../resources/reference';
import { PagerDutyState } from '../state';

/** The id of the account's only subscription. */
export const WEBHOOK_SUBSCRIPTION_ID = 'PWEBHOK';

const TYPES = {
  trigger: 'incident.triggered',
  reopen: 'incident.reopened',
  acknowledge: 'incident.acknowledged',
  unacknowledge: 'incident.unacknowledged',
  escalate: 'incident.escalated',
  delegate: 'incident.delegated',
  annotate: 'incident.annotated',
  resolve: 'incident.resolved',
} as const;

/** Every event type that the subscription sends. */
export const WEBHOOK_EVENT_TYPES = [
  ...Object.values(TYPES),
  'incident.reassigned',
  'incident.priority_updated',
];

/** The event type of a change; undefined for what PagerDuty does not send. */
export function webhookEventType(event: IncidentEvent): string | undefined {
  switch (event.kind) {
    case 'notify':
    case 'urgency_change':
      return undefined;
    case 'assign':
      return event.direct ? 'incident.reassigned' : undefined;
    case 'field_change':
      return event.change.field === 'priority'
        ? 'incident.priority_updated'
        : undefined;
    default:
      return TYPES[event.kind];
  }
}

function incidentData(state: PagerDutyState, incident: LoggedIncident) {
  const { account } = state;
  const { state: current } = incident;
  const teamId = account.services.find(
    ({ id }) => id === current.serviceId,
  )?.teamId;
  const target = current.mergedInto && state.log.incident(current.mergedInto);
  return {
    ...identity('incident', current.id, incidentSummary(incident)),
    number: incident.number,
    status: current.status,
    incident_key: current.incidentKey,
    created_at: new Date(current.createdAt).toISOString(),
    title: current.title,
    service: serviceReference(account, current.serviceId),
    assignees: current.assignments.map(({ userId }) =>
      userReference(account, userId),
    ),
    escalation_policy: policyReference(account, current.policyId),
    teams: teamId ? [teamReference(account, teamId)] : [],
    priority: priorityReference(current.priorityId, false),
    urgency: current.urgency,
    conference_bridge: null,
    resolve_reason: target
      ? { type: 'merge_resolve_reason', incident: incidentReference(target) }
      : null,
  };
}

function dataOf(
  state: PagerDutyState,
  event: IncidentEvent,
  incident: LoggedIncident,
) {
  return event.kind === 'annotate'
    ? {
        id: event.id,
        type: 'incident_note',
        incident: incidentReference(incident),
        user:
          event.agent.type === 'user'
            ? userReference(state.account, event.agent.id)
            : null,
        content: event.note,
        trimmed: false,
      }
    : incidentData(state, incident);
}

/**
 * The event that a change announces: an incident is announced as triggered
 * when it has its first assignee, whom the delivery names.
 */
function announced(
  event: IncidentEvent,
  { events }: LoggedIncident,
): IncidentEvent | undefined {
  if (event.kind === 'trigger') {
    return undefined;
  }
  return events.length === 2 && event.kind === 'assign' ? events[0] : event;
}

/** The body of one delivery; undefined for what PagerDuty does not send. */
export function webhookEnvelope(
  state: PagerDutyState,
  change: IncidentEvent,
  incident: LoggedIncident,
) {
  const event = announced(change, incident);
  if (!event) {
    return undefined;
  }
  const type = webhookEventType(event);
  return type
    ? {
        event: {
          id: randomUUID(),
          event_type: type,
          resource_type: 'incident',
          occurred_at: new Date(event.at).toISOString(),
          agent: actorReference(state.account, event.agent),
          client: null,
          data: dataOf(state, event, incident),
        },
      }
    : undefined;
}
