import { IncidentEvent, TriggerEvent, Urgency } from '../incidents/event';
import { LoggedIncident } from '../incidents/incidentLog';
import { SECOND } from '../time';

/** What really happened to one incident; times are epoch milliseconds. */
export interface IncidentTruth {
  id: string;
  serviceId: string;
  title: string;
  urgencyAtTrigger: Urgency;
  triggeredAt: number;
  /** The first explicit acknowledgement by a person, even if it lapsed. */
  firstUserAcknowledgement: { at: number; userId: string } | null;
  /** The last resolve; null while it is open. */
  resolvedAt: number | null;
  secondsToAcknowledge: number | null;
  /** Triggered to last resolve, without time spent resolved before a reopen. */
  secondsToResolve: number | null;
  flags: {
    merged: boolean;
    reopened: boolean;
    /** The last resolve came from monitoring. */
    autoResolved: boolean;
    acknowledgedByService: boolean;
    createdByAcknowledger: boolean;
    acknowledgementLapsed: boolean;
    escalated: boolean;
    reassigned: boolean;
    urgencyChanged: boolean;
  };
}

function firstUserAcknowledgement(events: readonly IncidentEvent[]) {
  for (const { kind, at, agent } of events) {
    if (kind === 'acknowledge' && agent.type === 'user') {
      return { at, userId: agent.id };
    }
  }
  return null;
}

/** Milliseconds between a resolve and the reopen after it, summed. */
function timeSpentResolved(events: readonly IncidentEvent[]): number {
  let resolvedAt: number | undefined;
  let sum = 0;
  for (const { kind, at } of events) {
    if (kind === 'resolve') {
      resolvedAt = at;
    } else if (kind === 'reopen' && resolvedAt !== undefined) {
      sum += at - resolvedAt;
    }
  }
  return sum;
}

function triggerOf(events: readonly IncidentEvent[]): TriggerEvent {
  const [first] = events;
  if (first?.kind !== 'trigger') {
    throw new Error('An incident begins with its trigger');
  }
  return first;
}

/** Reads what happened from the events alone. */
export function incidentTruthOf({
  events,
  state,
}: LoggedIncident): IncidentTruth {
  const trigger = triggerOf(events);
  const acknowledgement = firstUserAcknowledgement(events);
  const resolves = events.filter(({ kind }) => kind === 'resolve');
  const { resolvedAt } = state;
  const has = (test: (event: IncidentEvent) => boolean) => events.some(test);
  return {
    id: state.id,
    serviceId: state.serviceId,
    title: state.title,
    urgencyAtTrigger: trigger.urgency,
    triggeredAt: trigger.at,
    firstUserAcknowledgement: acknowledgement,
    resolvedAt,
    secondsToAcknowledge: acknowledgement
      ? (acknowledgement.at - trigger.at) / SECOND
      : null,
    secondsToResolve:
      resolvedAt === null
        ? null
        : (resolvedAt - trigger.at - timeSpentResolved(events)) / SECOND,
    flags: {
      merged: state.mergedInto !== null,
      reopened: has(({ kind }) => kind === 'reopen'),
      autoResolved:
        resolvedAt !== null && resolves.at(-1)?.agent.type === 'service',
      acknowledgedByService: has(
        ({ kind, agent }) => kind === 'acknowledge' && agent.type === 'service',
      ),
      createdByAcknowledger:
        acknowledgement !== null && acknowledgement.userId === trigger.agent.id,
      acknowledgementLapsed: has(
        ({ kind, channel }) =>
          kind === 'unacknowledge' && channel === 'timeout',
      ),
      escalated: has(({ kind }) => kind === 'escalate'),
      reassigned: has(
        event =>
          event.kind === 'assign' && event.direct && event.at > trigger.at,
      ),
      urgencyChanged: has(({ kind }) => kind === 'urgency_change'),
    },
  };
}
