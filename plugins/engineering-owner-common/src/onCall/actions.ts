import { Problem } from '../problem';
import { SourceRef } from './model';
import { IncidentStatus } from './status';

/**
 * Why somebody may not act on incidents.
 *
 * - `users_only`: the caller is a program; incidents are acted on by people
 * - `permission`: the policy of the portal says no
 * - `undecided`: the policy of the portal could not be asked
 * - `no_user`: the caller has no User entity
 * - `no_email`: the caller's User entity has no `spec.profile.email`
 * - `no_service`: the entity names no service that there is
 * - `read_only`: the account is configured to be read only
 * - `refused`: the account refused a change by the caller, or by several people,
 *   lately: its token may only read, or the caller may not act there
 *
 * @public
 */
export type NotActingReason =
  | 'users_only'
  | 'permission'
  | 'undecided'
  | 'no_user'
  | 'no_email'
  | 'no_service'
  | 'read_only'
  | 'refused';

/**
 * Whether the caller may act on incidents.
 *
 * @public
 */
export type MayAct = { act: true } | { act: false; reason: NotActingReason };

/**
 * Body of `POST …/incidents`.
 *
 * @public
 */
export interface TriggerIncidentRequest {
  /** Needed where the entity has several services. */
  serviceId?: string;
  title: string;
  details?: string;
  /** `high` if left out. */
  urgency?: 'high' | 'low';
  /** By its name, such as `P1`. */
  priority?: string;
  /**
   * A UUID that the caller makes for this incident. Asked again by the same
   * one, the incident that was opened first is answered.
   */
  requestId?: string;
}

/**
 * Body of `POST …/incidents/{id}/resolve`.
 *
 * @public
 */
export interface ResolveIncidentRequest {
  /** Goes into the incident's log. */
  note?: string;
}

/**
 * Body of `POST …/incidents/{id}/notes`.
 *
 * @public
 */
export interface AddNoteRequest {
  content: string;
}

/**
 * Answer of all that acts on an incident.
 *
 * @public
 */
export interface IncidentActionResponse {
  entityRef: string;
  /** As it is after the action. */
  incident: IncidentStatus;
  /**
   * Whether the incident was read again after the action. False: the account
   * said that it was done and did not answer after that; the next scheduled
   * read tells.
   */
  confirmed: boolean;
}

/**
 * Answer of `GET …/incidents/priorities`.
 *
 * @public
 */
export interface IncidentPrioritiesResponse {
  entityRef: string;
  /** Of each account that has services of the entity and takes actions. */
  priorities: Array<{
    source: SourceRef;
    /** Highest first. */
    names: string[];
    /** Why none could be read. */
    problem?: Problem;
  }>;
}
