import {
  Incident,
  IncidentEvent,
  OnCallDirectory,
  OnCallShift,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { ReadOptions, SourceTelemetry } from '../telemetry';
import { OnCallActions } from './OnCallActions';
import { OnCallWebhooks } from './OnCallWebhooks';

/**
 * A change feed's answer: entries in the order of time, and the incidents they
 * belong to, which are to be read again.
 *
 * @public
 */
export interface IncidentChanges {
  events: IncidentEvent[];
  incidentIds: string[];
}

/**
 * Reads on-call and incidents from one account. Implementations are modules.
 *
 * @public
 */
export interface OnCallSource {
  readonly source: SourceRef;
  /** Absent: the account tells of nothing by itself. */
  readonly webhooks?: OnCallWebhooks;
  /** Absent: the account is only read. */
  readonly actions?: OnCallActions;
  telemetry(): SourceTelemetry;
  /** Services, policies with every level, responders. */
  readDirectory(options: ReadOptions): Promise<OnCallDirectory>;
  /** Who is on call in a stretch, for the given policies, at every level. */
  readShifts(
    request: { policyIds: string[]; from: Date; to: Date },
    options: ReadOptions,
  ): Promise<OnCallShift[]>;
  /** All incidents that are open now, of the given services. */
  readOpenIncidents(
    request: { serviceIds: string[] },
    options: ReadOptions,
  ): Promise<Incident[]>;
  /** Incidents created in a stretch, in pages. */
  readIncidents(
    request: { serviceIds: string[]; since: Date; until: Date },
    options: ReadOptions,
  ): AsyncIterable<Incident[]>;
  /** Incidents by id; those that do not exist are left out. */
  readIncidentsById(ids: string[], options: ReadOptions): Promise<Incident[]>;
  /** What happened to any incident of the account in a stretch. */
  readChanges(
    request: { since: Date; until: Date },
    options: ReadOptions,
  ): Promise<IncidentChanges>;
}
