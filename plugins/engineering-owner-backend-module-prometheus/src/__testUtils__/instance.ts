import { mockServices } from '@backstage/backend-test-utils';
import { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusHttp } from '../client/PrometheusHttp';
import { PrometheusInstance } from '../instances/instance';

/** An instance as configuration would give it. */
export function testInstance(
  baseUrl: string,
  overrides: Partial<PrometheusInstance> = {},
): PrometheusInstance {
  return {
    name: 'default',
    baseUrl,
    auth: { type: 'none' },
    headers: {},
    queryParameters: {},
    links: [],
    maxConcurrency: 4,
    timeoutMs: 30_000,
    evaluationDelaySeconds: 30,
    replicaLabels: [],
    alerts: { entityLabel: 'service', externalLabels: {} },
    ...overrides,
  };
}

/** A client of an instance that logs nowhere. */
export function testClient(instance: PrometheusInstance): PrometheusClient {
  return new PrometheusClient(
    new PrometheusHttp(instance, mockServices.logger.mock()),
  );
}
