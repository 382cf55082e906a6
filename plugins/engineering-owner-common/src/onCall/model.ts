/**
 * Where a record came from: a source type such as `pagerduty` and the account
 * name from config.
 *
 * @public
 */
export interface SourceRef {
  type: string;
  name: string;
}

/**
 * A person as the on-call system knows them.
 *
 * @public
 */
export interface Responder {
  id: string;
  name: string;
  /** Used to match the catalog's User; never sent to people who may not read that user. */
  email?: string;
  timeZone?: string;
  url?: string;
}

/**
 * A service as the on-call system knows it.
 *
 * @public
 */
export interface OnCallService {
  id: string;
  name: string;
  url?: string;
  status:
    | 'active'
    | 'warning'
    | 'critical'
    | 'maintenance'
    | 'disabled'
    | 'unknown';
  escalationPolicyId?: string;
  teamIds: string[];
}

/**
 * @public
 */
export interface EscalationTarget {
  type: 'schedule' | 'responder';
  id: string;
  name: string;
}

/**
 * @public
 */
export interface EscalationPolicy {
  id: string;
  name: string;
  url?: string;
  /** How often the policy starts over after its last level. */
  repeats: number;
  levels: Array<{
    /** From 1. */
    level: number;
    /** Until the next level is called. */
    delayMinutes: number;
    targets: EscalationTarget[];
  }>;
}

/**
 * Somebody on call at a level of a policy.
 *
 * @public
 */
export interface OnCallShift {
  policyId: string;
  level: number;
  responderId: string;
  scheduleId?: string;
  scheduleName?: string;
  /** ISO 8601; null: without a beginning that anybody knows. */
  start: string | null;
  /** ISO 8601; null: permanently on call, as a source says it with two nulls. */
  end: string | null;
  /**
   * Not observed at the time but read later: an on-call system renders today's
   * rules into the past. Figures that rest on it say so.
   */
  reconstructed?: boolean;
}

/**
 * All that changes rarely in one account.
 *
 * @public
 */
export interface OnCallDirectory {
  services: OnCallService[];
  policies: EscalationPolicy[];
  /** Absent: they could not be read, and those known before stay. */
  responders?: Responder[];
}

/**
 * @public
 */
export type Urgency = 'high' | 'low';

/**
 * An incident as last read.
 *
 * @public
 */
export interface Incident {
  id: string;
  number?: number;
  title: string;
  url?: string;
  serviceId: string;
  policyId?: string;
  /** Urgency now; the urgency at trigger is in the events where they say so. */
  urgency: Urgency;
  priority?: string;
  status: 'triggered' | 'acknowledged' | 'resolved';
  createdAt: string;
  /** The last resolve, ISO 8601. */
  resolvedAt?: string;
  /** Resolved by being merged into this other incident. */
  mergedInto?: string;
  assignees: Array<{ id: string; name: string }>;
}

/**
 * Who or what did it.
 *
 * @public
 */
export interface IncidentAgent {
  type: 'user' | 'service' | 'integration' | 'other';
  id?: string;
  name?: string;
}

/**
 * One entry of an incident's log.
 *
 * @public
 */
export interface IncidentEvent {
  id: string;
  incidentId: string;
  at: string;
  kind:
    | 'trigger'
    | 'acknowledge'
    | 'unacknowledge'
    | 'escalate'
    | 'assign'
    | 'delegate'
    | 'notify'
    | 'snooze'
    | 'urgency_change'
    | 'priority_change'
    | 'annotate'
    | 'resolve'
    | 'reopen'
    | 'other';
  agent: IncidentAgent;
  /** How it came in (`website`, `mobile`, `api`, `auto`, `timeout`, `portal` …) or, for `notify`, went out (`sms`, `phone`, `push`, `email`). */
  channel?: string;
  /** For `notify`: who was notified. For `assign`/`escalate`/`delegate`: who has it now. */
  responderIds?: string[];
  /** For `trigger` and `urgency_change`, where the log says so. */
  urgency?: Urgency;
  /** For `priority_change`, where the log says so; null: it has none any more. */
  priority?: string | null;
}
