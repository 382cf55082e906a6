import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  HandoverResponse,
  OnCallIncidentResponse,
  OnCallResponse,
  OnCallResponseTimesResponse,
  OwnershipResponse,
  RunbooksResponse,
  SloHistoryResponse,
  SlosResponse,
  SloWhatIfResponse,
  SummaryResponse,
} from '@engineering-owner/backstage-plugin-common';
import type {
  EngineeringOwnerApi,
  HistoryRange,
  ReadOptions,
  WhatIfTarget,
} from './EngineeringOwnerApi';

/**
 * Reads from the suite's backend.
 *
 * @public
 */
export class EngineeringOwnerClient implements EngineeringOwnerApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  getOwnership(entity: CompoundEntityRef, options?: ReadOptions) {
    return this.#get<OwnershipResponse>(entity, ['ownership'], options);
  }

  getOnCall(entity: CompoundEntityRef, options?: ReadOptions) {
    return this.#get<OnCallResponse>(entity, ['on-call'], options);
  }

  getOnCallIncident(
    entity: CompoundEntityRef,
    incidentId: string,
    options?: ReadOptions,
  ) {
    return this.#get<OnCallIncidentResponse>(
      entity,
      ['on-call', 'incidents', incidentId],
      options,
    );
  }

  getOnCallResponseTimes(
    entity: CompoundEntityRef,
    timeZone: string,
    options?: ReadOptions,
  ) {
    return this.#get<OnCallResponseTimesResponse>(
      entity,
      ['on-call', 'response-times'],
      { ...options, query: { timeZone } },
    );
  }

  getHandover(
    entity: CompoundEntityRef,
    request: { period: 'week' | 'shift'; timeZone: string },
    options?: ReadOptions,
  ) {
    return this.#get<HandoverResponse>(entity, ['on-call', 'handover'], {
      ...options,
      query: { ...request },
    });
  }

  getRunbooks(entity: CompoundEntityRef, options?: ReadOptions) {
    return this.#get<RunbooksResponse>(entity, ['runbooks'], options);
  }

  getSlos(entity: CompoundEntityRef, options?: ReadOptions) {
    return this.#get<SlosResponse>(entity, ['slos'], options);
  }

  getSloHistory(
    entity: CompoundEntityRef,
    slo: string,
    { from, to, step, latency }: HistoryRange,
    options?: ReadOptions,
  ) {
    return this.#get<SloHistoryResponse>(entity, ['slos', slo, 'history'], {
      ...options,
      query: { from, to, step, ...(latency && { latency: 'true' }) },
    });
  }

  getSloWhatIf(
    entity: CompoundEntityRef,
    slo: string,
    { objective, window }: WhatIfTarget,
    options?: ReadOptions,
  ) {
    return this.#get<SloWhatIfResponse>(entity, ['slos', slo, 'what-if'], {
      ...options,
      query: {
        ...(objective !== undefined && { objective: String(objective) }),
        ...(window !== undefined && { window }),
      },
    });
  }

  getSummary(entity: CompoundEntityRef, options?: ReadOptions) {
    return this.#get<SummaryResponse>(entity, ['summary'], options);
  }

  async #get<T>(
    { kind, namespace, name }: CompoundEntityRef,
    path: string[],
    options: ReadOptions & { query?: Record<string, string> } = {},
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('engineering-owner');
    const segments = [kind, namespace, name, ...path]
      .map(encodeURIComponent)
      .join('/');
    const query = options.query
      ? `?${new URLSearchParams(options.query).toString()}`
      : '';
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/v1/entities/by-name/${segments}${query}`,
      { signal: options.signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
