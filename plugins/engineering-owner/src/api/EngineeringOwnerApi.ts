import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/core-plugin-api';
import type {
  HandoverResponse,
  IncidentActionResponse,
  IncidentPrioritiesResponse,
  OnCallIncidentResponse,
  OnCallIncidentsResponse,
  OnCallResponse,
  OnCallResponseTimesResponse,
  OwnershipResponse,
  RunbooksResponse,
  SloHistoryResponse,
  SlosResponse,
  SloWhatIfResponse,
  SummaryResponse,
  TriggerIncidentRequest,
  Urgency,
} from '@engineering-owner/backstage-plugin-common';

/**
 * Options of every read.
 *
 * @public
 */
export interface ReadOptions {
  /** Ends the request when nobody waits for its answer any more. */
  signal?: AbortSignal;
}

/**
 * The stretch of an SLO's history to read.
 *
 * @public
 */
export interface HistoryRange {
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  to: string;
  /**
   * Length of one step, as a duration: `1h`, `6h`. Below an hour, for ranges up
   * to 7 days, the source is asked.
   */
  step: string;
  /** Ask for the percentile of a latency objective too. */
  latency?: boolean;
}

/**
 * Another target or window to judge an SLO's events by. What is left out is the
 * SLO's own.
 *
 * @public
 */
export interface WhatIfTarget {
  /** Percentage above 0 and below 100, for example 99.5. */
  objective?: number;
  /** Rolling, as a duration from `1h` to `400d`. */
  window?: string;
}

/**
 * What the tabs and cards read, and what people do about incidents. Every call
 * throws a `ResponseError` when the backend answers with anything but success;
 * 404 also stands for an entity that the caller may not read.
 *
 * @public
 */
export interface EngineeringOwnerApi {
  getOwnership(
    entity: CompoundEntityRef,
    options?: ReadOptions,
  ): Promise<OwnershipResponse>;
  getOnCall(
    entity: CompoundEntityRef,
    options?: ReadOptions,
  ): Promise<OnCallResponse>;
  /** Resolved incidents of the last 30 days, the latest first, up to the limit. */
  getOnCallIncidents(
    entity: CompoundEntityRef,
    request: { urgency?: Urgency; limit: number },
    options?: ReadOptions,
  ): Promise<OnCallIncidentsResponse>;
  /** What happened to an incident, step by step; asks no source. */
  getOnCallIncident(
    entity: CompoundEntityRef,
    incidentId: string,
    options?: ReadOptions,
  ): Promise<OnCallIncidentResponse>;
  /** What the next person on call has to know, as Markdown. */
  getHandover(
    entity: CompoundEntityRef,
    request: { period: 'week' | 'shift' | 'last-shift'; timeZone: string },
    options?: ReadOptions,
  ): Promise<HandoverResponse>;
  /** Response times of the last twelve weeks; weeks begin in the time zone. */
  getOnCallResponseTimes(
    entity: CompoundEntityRef,
    timeZone: string,
    options?: ReadOptions,
  ): Promise<OnCallResponseTimesResponse>;
  /** In the caller's own name, as all that is done to an incident. */
  acknowledgeIncident(
    entity: CompoundEntityRef,
    incidentId: string,
  ): Promise<IncidentActionResponse>;
  resolveIncident(
    entity: CompoundEntityRef,
    incidentId: string,
    request?: { note?: string },
  ): Promise<IncidentActionResponse>;
  addIncidentNote(
    entity: CompoundEntityRef,
    incidentId: string,
    request: { content: string },
  ): Promise<IncidentActionResponse>;
  /** Opens an incident; asked again by one `requestId`, there is one of them. */
  triggerIncident(
    entity: CompoundEntityRef,
    request: TriggerIncidentRequest,
  ): Promise<IncidentActionResponse>;
  /** What incidents can be opened with; asks the accounts, for those who may act. */
  getIncidentPriorities(
    entity: CompoundEntityRef,
    options?: ReadOptions,
  ): Promise<IncidentPrioritiesResponse>;
  getRunbooks(
    entity: CompoundEntityRef,
    options?: ReadOptions,
  ): Promise<RunbooksResponse>;
  getSlos(
    entity: CompoundEntityRef,
    options?: ReadOptions,
  ): Promise<SlosResponse>;
  getSloHistory(
    entity: CompoundEntityRef,
    slo: string,
    range: HistoryRange,
    options?: ReadOptions,
  ): Promise<SloHistoryResponse>;
  /** The same events judged by another target or window; asks no source. */
  getSloWhatIf(
    entity: CompoundEntityRef,
    slo: string,
    target: WhatIfTarget,
    options?: ReadOptions,
  ): Promise<SloWhatIfResponse>;
  /** What all overview cards of an entity show, in one answer. */
  getSummary(
    entity: CompoundEntityRef,
    options?: ReadOptions,
  ): Promise<SummaryResponse>;
}

/**
 * Replace this API to feed the tabs and cards from somewhere else.
 *
 * @public
 */
export const engineeringOwnerApiRef = createApiRef<EngineeringOwnerApi>({
  id: 'plugin.engineering-owner.api',
});
