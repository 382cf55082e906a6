import {
  BackendFeature,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  EngineeringOwnerSourcesExtensionPoint,
  engineeringOwnerSourcesExtensionPoint,
} from '@engineering-owner/backstage-plugin-node';
import request from 'supertest';
import { engineeringOwnerPlugin } from '../plugin';
import { FakeScheduler } from './FakeScheduler';

/** A user the catalog hides everything from. */
export const deniedUser = 'user:default/nobody';

interface Asked {
  credentials: BackstageCredentials<
    BackstageUserPrincipal | BackstageServicePrincipal
  >;
}

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

/** Starts the plugin as a portal would, on SQLite in memory; every task has run once. */
export async function startPlugin(options: {
  entities?: Entity[];
  /** Refs of entities that users may not read; the plugin may. */
  hidden?: string[];
  config?: JsonObject;
  features?: BackendFeature[];
  /** Answer of the policy to permissions that are not about an entity. */
  policy?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
}): Promise<{
  backend: TestBackend;
  get: (path: string, user?: string) => request.Test;
  /** With a body that is not text sent as JSON. */
  post: (path: string, body: string | object, user?: string) => request.Test;
  /** Runs a task once more, by name. */
  run: (task: string) => Promise<void>;
  /** Runs every task once more. */
  runAll: () => Promise<void>;
}> {
  const catalog = catalogServiceMock({ entities: options.entities });
  const mayRead = (ref: string, { credentials }: Asked) =>
    credentials.principal.type !== 'user' ||
    (credentials.principal.userEntityRef !== deniedUser &&
      !options.hidden?.includes(ref));
  const filtered = Object.assign(Object.create(catalog), {
    getEntityByRef: async (ref: string, asked: Asked) =>
      mayRead(ref, asked) ? catalog.getEntityByRef(ref) : undefined,
    getEntitiesByRefs: async (
      wanted: Parameters<typeof catalog.getEntitiesByRefs>[0],
      asked: Asked,
    ) => {
      const { items } = await catalog.getEntitiesByRefs(wanted);
      return {
        items: items.map((item, index) =>
          mayRead(wanted.entityRefs[index], asked) ? item : undefined,
        ),
      };
    },
    async *streamEntities(
      wanted: Parameters<typeof catalog.streamEntities>[0],
      asked: Asked,
    ) {
      for await (const page of catalog.streamEntities(wanted)) {
        yield page.filter(entity => mayRead(stringifyEntityRef(entity), asked));
      }
    },
  });
  const conditional = (credentials: Asked['credentials']): PolicyDecision =>
    options.hidden ||
    (credentials.principal.type === 'user' &&
      credentials.principal.userEntityRef === deniedUser)
      ? {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            resourceType: 'catalog-entity',
            rule: 'IS_ENTITY_OWNER',
            params: { claims: [] },
          },
        }
      : { result: AuthorizeResult.ALLOW };
  const permissions = Object.assign(
    mockServices.permissions({
      result: options.policy ?? AuthorizeResult.ALLOW,
    }),
    {
      // As a policy with conditions: the catalog knows what they come to.
      async authorizeConditional(
        queries: unknown[],
        { credentials }: Asked,
      ): Promise<PolicyDecision[]> {
        return queries.map(() =>
          options.policy === AuthorizeResult.DENY
            ? { result: AuthorizeResult.DENY }
            : conditional(credentials),
        );
      },
    },
  );
  const scheduler = new FakeScheduler();
  const backend = await startTestBackend({
    features: [
      engineeringOwnerPlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => filtered,
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
      ...(options.features ?? []),
    ],
  });
  await scheduler.runAll();
  return {
    backend,
    run: task => scheduler.triggerTask(task),
    runAll: () => scheduler.runAll(),
    get: (path, user = 'user:default/reader') =>
      request(backend.server)
        .get(`/api/engineering-owner${path}`)
        .set('authorization', mockCredentials.user.header(user)),
    post: (path, body, user = 'user:default/reader') =>
      request(backend.server)
        .post(`/api/engineering-owner${path}`)
        .set('authorization', mockCredentials.user.header(user))
        .set('content-type', 'application/json')
        .send(body),
  };
}
