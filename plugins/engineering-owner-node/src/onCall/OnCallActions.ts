import {
  Incident,
  IncidentRecord,
  Urgency,
} from '@engineering-owner/backstage-plugin-common';
import { ReadOptions } from '../telemetry';

/**
 * In whose name something is done. The account has to have a person with this
 * e-mail address.
 *
 * @public
 */
export interface ActingPerson {
  email: string;
}

/**
 * An incident that a person opens.
 *
 * @public
 */
export interface IncidentOpening {
  serviceId: string;
  title: string;
  details?: string;
  urgency: Urgency;
  /** By its name in the account, such as `P1`. */
  priority?: string;
  /**
   * Names this opening: asked for again by the same key, the incident that the
   * first attempt opened is answered, and no second one opened.
   */
  key: string;
}

/**
 * Acts on the incidents of one account in the name of a person, who waits for
 * it: each call takes one attempt that changes something, and ends soon. What
 * became of an attempt that was not answered is found out by reading; it is
 * never just repeated.
 *
 * All methods throw {@link OnCallActionError}, or the signal's reason when it
 * aborts.
 *
 * @public
 */
export interface OnCallActions {
  /** An incident as it is now; undefined: there is none. */
  readIncident(
    incidentId: string,
    options: ReadOptions,
  ): Promise<Incident | undefined>;
  /**
   * The same with its whole log. The incident is not older than the log: no
   * entry tells of something that the incident does not show.
   */
  readRecord(
    incidentId: string,
    options: ReadOptions,
  ): Promise<IncidentRecord | undefined>;
  /** Names of the priorities that incidents can be opened with, highest first. */
  readPriorities(options: ReadOptions): Promise<string[]>;
  /**
   * Acknowledges an open incident. What is resolved may be reopened by it, so
   * look before.
   */
  acknowledge(
    request: { incidentId: string; by: ActingPerson },
    options: ReadOptions,
  ): Promise<Incident>;
  /** Resolves an open incident, with a note for its log. */
  resolve(
    request: { incidentId: string; by: ActingPerson; note?: string },
    options: ReadOptions,
  ): Promise<Incident>;
  addNote(
    request: { incidentId: string; by: ActingPerson; content: string },
    options: ReadOptions,
  ): Promise<void>;
  /** Opens an incident, which pages whoever is on call for the service. */
  trigger(
    opening: IncidentOpening & { by: ActingPerson },
    options: ReadOptions,
  ): Promise<Incident>;
}
