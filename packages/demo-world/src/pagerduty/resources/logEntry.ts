import { FieldChange, IncidentEvent } from '../incidents/event';
import { LoggedIncident } from '../incidents/incidentLog';
import { PagerDutyState } from '../state';
import { isoSeconds } from '../time';
import {
  actorReference,
  incidentReference,
  serviceReference,
  teamReference,
  userReference,
} from './reference';
import { priorityReference } from './priority';
import { renderService } from './service';
import { renderTeam } from './team';

/** What a log entry answer embeds in full, besides its incident. */
export interface LogEntryIncludes {
  channels?: boolean;
  services?: boolean;
  teams?: boolean;
}

/**
 * PagerDuty's name of an event. The contract has no entry type for reopening:
 * the account shows it as a second trigger of the same incident.
 */
export function logEntryType(event: IncidentEvent): string {
  switch (event.kind) {
    case 'reopen':
      return 'trigger_log_entry';
    case 'field_change':
      return 'field_value_change_log_entry';
    default:
      return `${event.kind}_log_entry`;
  }
}

const WORDS: Record<IncidentEvent['kind'], string> = {
  trigger: 'Triggered',
  reopen: 'Reopened',
  assign: 'Assigned',
  notify: 'Notified',
  acknowledge: 'Acknowledged',
  unacknowledge: 'Unacknowledged',
  escalate: 'Escalated',
  delegate: 'Delegated',
  annotate: 'Note added',
  urgency_change: 'Urgency changed',
  field_change: 'Field changed',
  resolve: 'Resolved',
};

function summaryOf(state: PagerDutyState, event: IncidentEvent): string {
  const agent = actorReference(state.account, event.agent).summary;
  const whom = (id: string) => userReference(state.account, id).summary;
  switch (event.kind) {
    case 'notify':
      return `Notified ${whom(event.userId)} by ${event.medium}`;
    case 'assign':
    case 'escalate':
    case 'delegate':
      return `${WORDS[event.kind]} to ${event.assignees.map(whom).join(', ')}`;
    case 'annotate':
      return event.note;
    default:
      return `${WORDS[event.kind]} by ${agent} through the ${event.channel}`;
  }
}

/** A priority goes by its name, a service by its id. */
function changedField({ field, value }: FieldChange) {
  const named = field === 'priority' && priorityReference(value, false);
  return {
    name: field,
    value: (named ? named.summary : value) ?? '',
    namespace: 'incidents',
  };
}

function channelOf(state: PagerDutyState, event: IncidentEvent) {
  if (event.kind === 'notify') {
    return {
      type: event.channel,
      notification: {
        type: `${event.medium}_notification`,
        started_at: isoSeconds(event.at),
        address: event.medium === 'email' ? 'work e-mail' : 'work phone',
        user: userReference(state.account, event.userId),
        status: 'success',
      },
    };
  }
  const summary = summaryOf(state, event);
  if (event.kind === 'field_change') {
    return {
      type: event.channel,
      summary,
      changeset: { application_fields: [changedField(event.change)] },
    };
  }
  return event.kind === 'trigger'
    ? {
        type: event.channel,
        summary: event.title,
        description: event.title,
        incident_key: event.incidentKey,
        details: { description: event.details },
      }
    : { type: event.channel, summary };
}

function particulars(
  state: PagerDutyState,
  event: IncidentEvent,
  timeout: number | null,
) {
  switch (event.kind) {
    case 'trigger':
      return { event_details: { description: event.details } };
    case 'notify':
      return { user: userReference(state.account, event.userId) };
    case 'acknowledge':
      return timeout === null ? {} : { acknowledgement_timeout: timeout };
    case 'assign':
    case 'escalate':
    case 'delegate':
      return {
        assignees: event.assignees.map(id => userReference(state.account, id)),
      };
    case 'annotate':
      return { note: event.note };
    case 'resolve':
      return event.resolution ? { note: event.resolution } : {};
    case 'field_change':
      return { changeset: [event.change.field] };
    default:
      return {};
  }
}

/** A log entry as `GET /log_entries` answers it. */
export function renderLogEntry(
  state: PagerDutyState,
  event: IncidentEvent,
  incident: LoggedIncident,
  includes: LogEntryIncludes = {},
) {
  const { account } = state;
  const service = account.services.find(
    ({ id }) => id === incident.state.serviceId,
  );
  return {
    id: event.id,
    type: logEntryType(event),
    summary: summaryOf(state, event),
    self: `https://api.pagerduty.com/log_entries/${event.id}`,
    html_url: `https://demo.pagerduty.com/incidents/${event.incidentId}/log_entries/${event.id}`,
    created_at: isoSeconds(event.at),
    agent: actorReference(account, event.agent),
    channel: includes.channels
      ? channelOf(state, event)
      : { type: event.channel },
    incident: incidentReference(incident),
    service:
      includes.services && service
        ? renderService(state, service)
        : serviceReference(account, incident.state.serviceId),
    teams: account.teams
      .filter(team => team.id === service?.teamId)
      .map(team =>
        includes.teams ? renderTeam(team) : teamReference(account, team.id),
      ),
    contexts: [],
    ...particulars(state, event, service?.acknowledgementTimeout ?? null),
  };
}
