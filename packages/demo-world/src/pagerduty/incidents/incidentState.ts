import { Actor, IncidentEvent, TriggerEvent, Urgency } from './event';

/** What an incident looks like after its events so far. */
export interface IncidentState {
  id: string;
  title: string;
  serviceId: string;
  policyId: string;
  urgency: Urgency;
  priorityId: string | null;
  incidentKey: string;
  details: string;
  status: 'triggered' | 'acknowledged' | 'resolved';
  level: number;
  assignedVia: 'escalation_policy' | 'direct_assignment';
  assignments: Array<{ at: number; userId: string }>;
  acknowledgements: Array<{ at: number; acknowledger: Actor }>;
  createdAt: number;
  updatedAt: number;
  lastStatusChangeAt: number;
  lastStatusChangeBy: Actor;
  resolvedAt: number | null;
  mergedInto: string | null;
}

/** An event that cannot happen to an incident in its present state. */
export class ImpossibleEventError extends Error {
  readonly name = 'ImpossibleEventError';

  constructor(event: IncidentEvent, status: string) {
    super(
      `Incident ${event.incidentId} is ${status}: "${event.kind}" (${event.id}) cannot happen to it`,
    );
  }
}

function opened(event: TriggerEvent): IncidentState {
  return {
    id: event.incidentId,
    title: event.title,
    serviceId: event.serviceId,
    policyId: event.policyId,
    urgency: event.urgency,
    priorityId: event.priorityId,
    incidentKey: event.incidentKey,
    details: event.details,
    status: 'triggered',
    level: 1,
    assignedVia: 'escalation_policy',
    assignments: [],
    acknowledgements: [],
    createdAt: event.at,
    updatedAt: event.at,
    lastStatusChangeAt: event.at,
    lastStatusChangeBy: event.agent,
    resolvedAt: null,
    mergedInto: null,
  };
}

function assignedTo(event: IncidentEvent, assignees: string[]) {
  return assignees.map(userId => ({ at: event.at, userId }));
}

function changed(
  state: IncidentState,
  event: Exclude<IncidentEvent, TriggerEvent>,
): Partial<IncidentState> | undefined {
  const isOpen = state.status !== 'resolved';
  const statusChange = {
    lastStatusChangeAt: event.at,
    lastStatusChangeBy: event.agent,
  };
  switch (event.kind) {
    case 'annotate':
    case 'notify':
      return {};
    case 'field_change':
      switch (event.change.field) {
        case 'title':
          return { title: event.change.value };
        case 'priority':
          return { priorityId: event.change.value };
        default:
          return { serviceId: event.change.value };
      }
    case 'reopen':
      return isOpen
        ? undefined
        : {
            ...statusChange,
            status: 'triggered',
            level: 1,
            resolvedAt: null,
            mergedInto: null,
          };
    case 'urgency_change':
      return isOpen ? { urgency: event.urgency } : undefined;
    case 'assign':
      if (!isOpen) {
        return undefined;
      }
      return event.direct
        ? {
            // Whoever gets it has not acknowledged it yet.
            ...(state.status === 'acknowledged' ? statusChange : {}),
            status: 'triggered',
            acknowledgements: [],
            assignments: assignedTo(event, event.assignees),
            assignedVia: 'direct_assignment',
          }
        : {
            assignments: assignedTo(event, event.assignees),
            assignedVia: 'escalation_policy',
          };
    case 'escalate':
      return isOpen
        ? {
            ...statusChange,
            status: 'triggered',
            acknowledgements: [],
            level: event.level,
            assignments: assignedTo(event, event.assignees),
          }
        : undefined;
    case 'delegate':
      return isOpen
        ? {
            ...statusChange,
            status: 'triggered',
            acknowledgements: [],
            level: 1,
            policyId: event.policyId,
            assignments: assignedTo(event, event.assignees),
          }
        : undefined;
    case 'acknowledge':
      return isOpen
        ? {
            ...statusChange,
            status: 'acknowledged',
            acknowledgements: [
              ...state.acknowledgements,
              { at: event.at, acknowledger: event.agent },
            ],
          }
        : undefined;
    case 'unacknowledge':
      return state.status === 'acknowledged'
        ? { ...statusChange, status: 'triggered', acknowledgements: [] }
        : undefined;
    default:
      return isOpen
        ? {
            ...statusChange,
            status: 'resolved',
            resolvedAt: event.at,
            mergedInto: event.mergedInto,
            // The real API empties both, so times must come from log entries.
            assignments: [],
            acknowledgements: [],
          }
        : undefined;
  }
}

/**
 * The state after one more event.
 *
 * @throws {@link ImpossibleEventError} when the event does not fit the state.
 */
export function applyEvent(
  state: IncidentState | undefined,
  event: IncidentEvent,
): IncidentState {
  if (event.kind === 'trigger') {
    if (state) {
      throw new ImpossibleEventError(event, state.status);
    }
    return opened(event);
  }
  if (!state) {
    throw new ImpossibleEventError(event, 'not triggered yet');
  }
  const change = changed(state, event);
  if (!change) {
    throw new ImpossibleEventError(event, state.status);
  }
  return { ...state, ...change, updatedAt: event.at };
}

/** The state of the incident whose events these are, oldest first. */
export function incidentStateOf(
  events: readonly IncidentEvent[],
): IncidentState {
  const [first, ...rest] = events;
  if (!first) {
    throw new Error('An incident has at least the event that triggered it');
  }
  return rest.reduce(applyEvent, applyEvent(undefined, first));
}
