import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/core-plugin-api';
import type {
  OnCallResponse,
  OwnershipResponse,
  RunbooksResponse,
  SloHistoryResponse,
  SlosResponse,
  SummaryResponse,
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
  /** Length of one step, as a duration: `1h`, `6h`. */
  step: string;
}

/**
 * What the tabs and cards read. Every call throws a `ResponseError` when the
 * backend answers with anything but success; 404 also stands for an entity
 * that the caller may not read.
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
