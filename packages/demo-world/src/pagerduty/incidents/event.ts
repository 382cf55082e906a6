/** Who did something: a person, or PagerDuty on behalf of a service. */
export type Actor =
  | { type: 'user'; id: string }
  | { type: 'service'; id: string };

/** How strongly an incident pages. */
export type Urgency = 'high' | 'low';

/** The ways a person is told. */
export type NotificationMedium = 'sms' | 'phone' | 'push' | 'email';

interface EventBase {
  id: string;
  incidentId: string;
  /** Epoch milliseconds, on a whole second. */
  at: number;
  agent: Actor;
  /** PagerDuty's `channel.type`: how the change came in. */
  channel: 'api' | 'website' | 'auto' | 'timeout' | 'note' | NotificationMedium;
}

/** Where an incident begins. */
export interface TriggerEvent extends EventBase {
  kind: 'trigger';
  title: string;
  serviceId: string;
  policyId: string;
  urgency: Urgency;
  incidentKey: string;
  priorityId: string | null;
  details: string;
}

/** A value of the incident that a person edited. */
export type FieldChange =
  | { field: 'title'; value: string }
  | { field: 'priority'; value: string | null }
  | { field: 'service'; value: string };

/**
 * Everything that can happen to an incident. An incident is nothing but the
 * list of its events, and so are its log entries: they cannot disagree.
 */
export type IncidentEvent =
  | TriggerEvent
  | (EventBase & { kind: 'reopen' })
  | (EventBase & { kind: 'assign'; assignees: string[]; direct: boolean })
  | (EventBase & { kind: 'notify'; userId: string; medium: NotificationMedium })
  | (EventBase & { kind: 'acknowledge' })
  | (EventBase & { kind: 'unacknowledge' })
  | (EventBase & { kind: 'escalate'; assignees: string[]; level: number })
  | (EventBase & { kind: 'delegate'; assignees: string[]; policyId: string })
  | (EventBase & { kind: 'annotate'; note: string })
  | (EventBase & { kind: 'urgency_change'; urgency: Urgency })
  | (EventBase & { kind: 'field_change'; change: FieldChange })
  | (EventBase & {
      kind: 'resolve';
      mergedInto: string | null;
      resolution: string | null;
    });

type Written = 'id' | 'incidentId' | 'at';
type WithoutWritten<T> = T extends unknown ? Omit<T, Written> : never;

/** An event before it is written down for an incident at a time. */
export type EventBody = WithoutWritten<IncidentEvent>;
