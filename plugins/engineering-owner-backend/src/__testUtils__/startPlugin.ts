import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  EngineeringOwnerSourcesExtensionPoint,
  engineeringOwnerSourcesExtensionPoint,
} from '@engineering-owner/backstage-plugin-node';
import request from 'supertest';
import { engineeringOwnerPlugin } from '../plugin';

/** A user the catalog hides everything from. */
export const deniedUser = 'user:default/nobody';

/** A module that adds sources, as the Prometheus and PagerDuty modules do. */
export function sourcesModule(
  add: (sources: EngineeringOwnerSourcesExtensionPoint) => void,
) {
  return createBackendModule({
    pluginId: 'engineering-owner',
    moduleId: 'test-sources',
    register({ registerInit }) {
      registerInit({
        deps: { sources: engineeringOwnerSourcesExtensionPoint },
        async init({ sources }) {
          add(sources);
        },
      });
    },
  });
}

/** Starts the plugin as a portal would, on SQLite in memory; tasks run once. */
export async function startPlugin(options: {
  entities?: Entity[];
  config?: JsonObject;
  features?: BackendFeature[];
  /** Answer of the policy to permissions that are not about an entity. */
  policy?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
}): Promise<{
  backend: TestBackend;
  get: (path: string, user?: string) => request.Test;
}> {
  const catalog = catalogServiceMock({ entities: options.entities });
  const filtered = Object.assign(Object.create(catalog), {
    getEntityByRef: async (
      ref: string,
      { credentials }: { credentials: ReturnType<typeof mockCredentials.user> },
    ) =>
      credentials.principal.userEntityRef === deniedUser
        ? undefined
        : catalog.getEntityByRef(ref),
    streamEntities: catalog.streamEntities.bind(catalog),
  });
  const backend = await startTestBackend({
    features: [
      engineeringOwnerPlugin,
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => filtered,
      }),
      mockServices.permissions.factory({
        result: options.policy ?? AuthorizeResult.ALLOW,
      }),
      ...(options.features ?? []),
    ],
  });
  return {
    backend,
    get: (path, user = 'user:default/reader') =>
      request(backend.server)
        .get(`/api/engineering-owner${path}`)
        .set('authorization', mockCredentials.user.header(user)),
  };
}
