import { mockServices } from '@backstage/backend-test-utils';
import { AlertmanagerSource } from '../alerts/AlertmanagerSource';
import { AlertmanagerClient } from '../client/AlertmanagerClient';
import { AlertmanagerInstance } from '../instances/instance';

/** A source of an instance as configuration would give it; it logs nowhere. */
export function testSource(
  baseUrl: string,
  overrides: Partial<AlertmanagerInstance> = {},
): AlertmanagerSource {
  const instance: AlertmanagerInstance = {
    name: 'default',
    baseUrl,
    auth: { type: 'none' },
    headers: {},
    queryParameters: {},
    maxConcurrency: 4,
    timeoutMs: 30_000,
    filter: [],
    replicaLabels: ['replica', 'prometheus_replica', '__replica__'],
    entityLabel: 'service',
    ...overrides,
  };
  return new AlertmanagerSource(
    instance,
    new AlertmanagerClient(instance, mockServices.logger.mock()),
  );
}
