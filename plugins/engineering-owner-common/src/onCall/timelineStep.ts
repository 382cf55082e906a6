import { IncidentAgent, Urgency } from './model';

/**
 * Something that happened to an incident. Times are ISO 8601 in UTC. `by` is
 * who or what did it, `to` the people who have the incident from then on, empty
 * where the log does not name them.
 *
 * @public
 */
export type TimelineStep = { at: string } & (
  | {
      kind: 'triggered';
      by?: IncidentAgent;
      urgency?: Urgency;
      /** Not in the log: the time the incident was created. */
      fromIncident?: true;
    }
  /** A further alert joined the open incident. */
  | { kind: 'triggered_again'; by: IncidentAgent }
  | NotifiedStep
  | {
      kind: 'acknowledged';
      by: IncidentAgent;
      channel?: string;
      /** The one that time to acknowledge is measured to. */
      first: boolean;
    }
  /** `timeout`: nobody gave it back, the acknowledgement ran out. */
  | { kind: 'unacknowledged'; by: IncidentAgent; timeout: boolean }
  | { kind: 'escalated'; by: IncidentAgent; to: string[]; timeout: boolean }
  /** `assigned`: given to somebody before anybody had it. */
  | { kind: 'assigned' | 'reassigned'; by: IncidentAgent; to: string[] }
  /** To another escalation policy. */
  | { kind: 'delegated'; by: IncidentAgent; to: string[] }
  | { kind: 'snoozed'; by: IncidentAgent }
  | { kind: 'urgency_changed'; by: IncidentAgent; urgency?: Urgency }
  /** `priority` null: it has none any more; absent: the log does not say. */
  | { kind: 'priority_changed'; by: IncidentAgent; priority?: string | null }
  | { kind: 'noted'; by: IncidentAgent }
  | {
      kind: 'resolved';
      by?: IncidentAgent;
      /** Not by a person. Absent where the log does not say. */
      automatic?: boolean;
      /** Merged into this other incident. */
      mergedInto?: string;
      /** Not in the log: the time of the incident's last resolve. */
      fromIncident?: true;
    }
  | { kind: 'reopened'; by: IncidentAgent }
);

/**
 * People who were notified in one go.
 *
 * @public
 */
export interface NotifiedStep {
  kind: 'notified';
  /** The last notification of the burst. */
  until: string;
  people: Array<{
    /** Absent where the log does not name them. */
    responderId?: string;
    /** By what, in the order of time: `sms`, `phone`, `push`, `email` … */
    channels: string[];
    /** Notifications. */
    n: number;
  }>;
}

/** A step without its time. */
export type Step = TimelineStep extends infer T
  ? T extends unknown
    ? Omit<T, 'at'>
    : never
  : never;

/** A step and its time in milliseconds. */
export interface TimedStep {
  time: number;
  step: Step;
}
