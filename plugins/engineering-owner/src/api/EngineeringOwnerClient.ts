import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
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
import type {
  EngineeringOwnerApi,
  HistoryRange,
  ReadOptions,
  WhatIfTarget,
} from './EngineeringOwnerApi';

/**
 * Reads from the suite's backend, and acts on incidents through it.
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

  getOnCallIncidents(
    entity: CompoundEntityRef,
    { urgency, limit }: { urgency?: Urgency; limit: number },
    options?: ReadOptions,
  ) {
    return this.#get<OnCallIncidentsResponse>(
      entity,
      ['on-call', 'incidents'],
      {
        ...options,
        query: { limit: `${limit}`, ...(urgency && { urgency }) },
      },
    );
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
    request: { period: 'week' | 'shift' | 'last-shift'; timeZone: string },
    options?: ReadOptions,
  ) {
    return this.#get<HandoverResponse>(entity, ['on-call', 'handover'], {
      ...options,
      query: { ...request },
    });
  }

  acknowledgeIncident(entity: CompoundEntityRef, incidentId: string) {
    return this.#act(entity, [incidentId, 'acknowledge'], {});
  }

  resolveIncident(
    entity: CompoundEntityRef,
    incidentId: string,
    request: { note?: string } = {},
  ) {
    return this.#act(entity, [incidentId, 'resolve'], request);
  }

  addIncidentNote(
    entity: CompoundEntityRef,
    incidentId: string,
    request: { content: string },
  ) {
    return this.#act(entity, [incidentId, 'notes'], request);
  }

  triggerIncident(entity: CompoundEntityRef, request: TriggerIncidentRequest) {
    return this.#act(entity, [], request);
  }

  getIncidentPriorities(entity: CompoundEntityRef, options?: ReadOptions) {
    return this.#get<IncidentPrioritiesResponse>(
      entity,
      ['incidents', 'priorities'],
      options,
    );
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

  #get<T>(
    entity: CompoundEntityRef,
    path: string[],
    options: ReadOptions & { query?: Record<string, string> } = {},
  ): Promise<T> {
    const query = options.query
      ? `?${new URLSearchParams(options.query).toString()}`
      : '';
    return this.#fetch(entity, path, { signal: options.signal }, query);
  }

  #act(
    entity: CompoundEntityRef,
    path: string[],
    body: object,
  ): Promise<IncidentActionResponse> {
    return this.#fetch(entity, ['incidents', ...path], {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #fetch<T>(
    { kind, namespace, name }: CompoundEntityRef,
    path: string[],
    init: RequestInit,
    query = '',
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('engineering-owner');
    const segments = [kind, namespace, name, ...path]
      .map(encodeURIComponent)
      .join('/');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/v1/entities/by-name/${segments}${query}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
