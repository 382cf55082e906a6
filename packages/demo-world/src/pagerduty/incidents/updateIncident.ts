import { z } from 'zod';
import { idOf } from '../history/randomness';
import { invalidInput } from '../http/apiError';
import { priorities } from '../resources/priority';
import { PagerDutyState } from '../state';
import { SECOND, wholeSecond } from '../time';
import { Actor, EventBody } from './event';
import { ImpossibleEventError, IncidentState } from './incidentState';

const reference = z.object({ id: z.string().min(1) });

/** What `PUT /incidents` may change. */
export const incidentUpdateSchema = z.object({
  type: z.enum(['incident', 'incident_reference']),
  status: z.enum(['triggered', 'acknowledged', 'resolved']).optional(),
  resolution: z.string().optional(),
  title: z.string().trim().min(1).optional(),
  urgency: z.enum(['high', 'low']).optional(),
  priority: z.union([reference, z.null()]).optional(),
  escalation_level: z.number().int().positive().optional(),
  escalation_policy: reference.optional(),
  assignments: z.array(z.object({ assignee: reference })).optional(),
});

/** A change, who makes it and when. */
export type IncidentUpdate = z.output<typeof incidentUpdateSchema> & {
  id: string;
  by: string;
  /** Epoch milliseconds. */
  at: number;
};

/** The events that a change means, in the order PagerDuty logs them. */
function eventsOf(
  state: PagerDutyState,
  incident: IncidentState,
  update: IncidentUpdate,
): EventBody[] {
  const agent: Actor = { type: 'user', id: update.by };
  const base = { agent, channel: 'api' as const };
  const events: EventBody[] = [];
  if (update.title !== undefined && update.title !== incident.title) {
    events.push({
      ...base,
      kind: 'field_change',
      change: { field: 'title', value: update.title },
    });
  }
  if (update.priority !== undefined) {
    events.push({
      ...base,
      kind: 'field_change',
      change: { field: 'priority', value: update.priority?.id ?? null },
    });
  }
  if (update.urgency && update.urgency !== incident.urgency) {
    events.push({ ...base, kind: 'urgency_change', urgency: update.urgency });
  }
  if (update.escalation_policy) {
    const policyId = update.escalation_policy.id;
    const onCall = state.roster.firstStaffedLevel(policyId, 1, update.at);
    if (!onCall) {
      throw invalidInput(`Escalation policy "${policyId}" does not exist`);
    }
    events.push({
      ...base,
      kind: 'delegate',
      policyId,
      assignees: [onCall.userId],
    });
  }
  if (update.escalation_level) {
    const level = update.escalation_level;
    const onCall = state.roster.onCallAt(incident.policyId, level, update.at);
    if (!onCall) {
      throw invalidInput(`Nobody is on call at escalation level ${level}`);
    }
    events.push({
      ...base,
      kind: 'escalate',
      level,
      assignees: [onCall.userId],
    });
  }
  if (update.assignments) {
    events.push({
      ...base,
      kind: 'assign',
      assignees: update.assignments.map(({ assignee }) => assignee.id),
      direct: true,
    });
  }
  return [...events, ...statusEvents(incident, update, base)];
}

function statusEvents(
  incident: IncidentState,
  { status, resolution }: IncidentUpdate,
  base: { agent: Actor; channel: 'api' },
): EventBody[] {
  switch (status) {
    case 'acknowledged':
      return [{ ...base, kind: 'acknowledge' }];
    case 'resolved':
      return [
        {
          ...base,
          kind: 'resolve',
          mergedInto: null,
          resolution: resolution ?? null,
        },
      ];
    case 'triggered':
      return incident.status === 'resolved'
        ? [{ ...base, kind: 'reopen' }]
        : [{ ...base, kind: 'unacknowledge' }];
    default:
      return [];
  }
}

/** @throws ApiError 400 that names the id which does not exist. */
function checkIds(state: PagerDutyState, update: IncidentUpdate): void {
  const priorityId = update.priority?.id;
  if (priorityId && !priorities.some(({ id }) => id === priorityId)) {
    throw invalidInput(`Priority "${priorityId}" does not exist`);
  }
  update.assignments?.forEach(({ assignee }) => {
    if (!state.account.users.some(({ id }) => id === assignee.id)) {
      throw invalidInput(`User "${assignee.id}" does not exist`);
    }
  });
}

/** The acknowledgement lapses by itself where the service says so. */
function planTimeout(state: PagerDutyState, incident: IncidentState) {
  const service = state.account.services.find(
    ({ id }) => id === incident.serviceId,
  );
  const timeout = service?.acknowledgementTimeout;
  if (service && timeout) {
    state.plan([
      {
        kind: 'unacknowledge',
        id: idOf('R', state.nextKey()),
        incidentId: incident.id,
        at: incident.lastStatusChangeAt + timeout * SECOND,
        agent: { type: 'service', id: service.id },
        channel: 'timeout',
      },
    ]);
  }
}

/**
 * Changes an incident in the name of a person.
 *
 * @throws ApiError 400 when the incident's state does not allow it.
 */
export function updateIncident(
  state: PagerDutyState,
  update: IncidentUpdate,
): void {
  const before = state.log.incident(update.id)?.state;
  if (!before) {
    throw invalidInput(`Incident "${update.id}" does not exist`);
  }
  checkIds(state, update);
  try {
    for (const event of eventsOf(state, before, update)) {
      const { state: after } = state.log.append({
        ...event,
        id: idOf('R', state.nextKey()),
        incidentId: update.id,
        at: wholeSecond(update.at),
      });
      if (event.kind === 'acknowledge' && before.status === 'triggered') {
        planTimeout(state, after);
      }
    }
  } catch (error) {
    if (error instanceof ImpossibleEventError) {
      throw invalidInput(
        before.status === 'resolved'
          ? 'Incident Already Resolved'
          : error.message,
      );
    }
    throw error;
  }
}
