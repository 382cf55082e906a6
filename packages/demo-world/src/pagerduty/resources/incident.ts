import { LoggedIncident } from '../incidents/incidentLog';
import { IncidentState } from '../incidents/incidentState';
import { Actor } from '../incidents/event';
import { PagerDutyState } from '../state';
import { isoSeconds, SECOND } from '../time';
import { renderPolicy } from './escalationPolicy';
import { renderLogEntry } from './logEntry';
import { priorityReference } from './priority';
import {
  actorReference,
  identity,
  incidentReference,
  incidentSummary,
  policyReference,
  serviceReference,
  teamReference,
  userReference,
} from './reference';
import { renderService } from './service';
import { renderTeam } from './team';
import { renderUser } from './user';

/** What an incident answer embeds in full. */
export interface IncidentIncludes {
  acknowledgers?: boolean;
  assignees?: boolean;
  services?: boolean;
  teams?: boolean;
  policies?: boolean;
  priorities?: boolean;
  firstTriggers?: boolean;
  agents?: boolean;
  body?: boolean;
}

function userOrReference(state: PagerDutyState, id: string, full = false) {
  const user = state.account.users.find(candidate => candidate.id === id);
  return full && user
    ? renderUser(state.account, user)
    : userReference(state.account, id);
}

function actor(state: PagerDutyState, agent: Actor, full = false) {
  return agent.type === 'user'
    ? userOrReference(state, agent.id, full)
    : actorReference(state.account, agent);
}

function pendingActions(incident: IncidentState, timeout: number | null) {
  return incident.status === 'acknowledged' && timeout !== null
    ? [
        {
          type: 'unacknowledge',
          at: isoSeconds(incident.lastStatusChangeAt + timeout * SECOND),
        },
      ]
    : [];
}

function resolveReason(state: PagerDutyState, mergedInto: string | null) {
  const target = mergedInto && state.log.incident(mergedInto);
  return target
    ? { type: 'merge_resolve_reason', incident: incidentReference(target) }
    : null;
}

function firstTrigger(
  state: PagerDutyState,
  incident: LoggedIncident,
  full: boolean,
) {
  const entry = renderLogEntry(state, incident.events[0], incident, {
    channels: true,
  });
  return full
    ? entry
    : {
        id: entry.id,
        type: 'trigger_log_entry_reference',
        summary: entry.summary,
        self: entry.self,
        html_url: entry.html_url,
      };
}

/** An incident as `GET /incidents/{id}` answers it. */
export function renderIncident(
  state: PagerDutyState,
  logged: LoggedIncident,
  includes: IncidentIncludes = {},
) {
  const { account } = state;
  const incident = logged.state;
  const isResolved = incident.status === 'resolved';
  const service = account.services.find(({ id }) => id === incident.serviceId);
  const policy = account.policies.find(({ id }) => id === incident.policyId);
  return {
    ...identity('incident', incident.id, incidentSummary(logged)),
    incident_number: logged.number,
    title: incident.title,
    description: incident.title,
    created_at: isoSeconds(incident.createdAt),
    updated_at: isoSeconds(incident.updatedAt),
    status: incident.status,
    incident_key: incident.incidentKey,
    service:
      includes.services && service
        ? renderService(state, service)
        : serviceReference(account, incident.serviceId),
    assignments: incident.assignments.map(({ at, userId }) => ({
      at: isoSeconds(at),
      assignee: userOrReference(state, userId, includes.assignees),
    })),
    assigned_via: incident.assignedVia,
    // As documented: a triggered incident gives its last update here.
    last_status_change_at: isoSeconds(
      incident.status === 'triggered'
        ? incident.updatedAt
        : incident.lastStatusChangeAt,
    ),
    resolved_at:
      incident.resolvedAt === null ? null : isoSeconds(incident.resolvedAt),
    first_trigger_log_entry: firstTrigger(
      state,
      logged,
      includes.firstTriggers ?? false,
    ),
    alert_counts: {
      all: 1,
      triggered: isResolved ? 0 : 1,
      resolved: isResolved ? 1 : 0,
    },
    is_mergeable: !isResolved,
    incident_type: { name: 'incident_default' },
    escalation_policy:
      includes.policies && policy
        ? renderPolicy(account, policy)
        : policyReference(account, incident.policyId),
    teams: account.teams
      .filter(team => team.id === service?.teamId)
      .map(team =>
        includes.teams ? renderTeam(team) : teamReference(account, team.id),
      ),
    pending_actions: pendingActions(
      incident,
      service?.acknowledgementTimeout ?? null,
    ),
    acknowledgements: incident.acknowledgements.map(({ at, acknowledger }) => ({
      at: isoSeconds(at),
      acknowledger: actor(state, acknowledger, includes.acknowledgers),
    })),
    alert_grouping: null,
    last_status_change_by: actor(
      state,
      incident.lastStatusChangeBy,
      includes.agents,
    ),
    priority: priorityReference(
      incident.priorityId,
      includes.priorities ?? false,
    ),
    resolve_reason: resolveReason(state, incident.mergedInto),
    incidents_responders: [],
    responder_requests: [],
    urgency: incident.urgency,
    ...(includes.body
      ? {
          body: {
            type: 'incident_body',
            details: { description: incident.details },
          },
        }
      : {}),
  };
}
