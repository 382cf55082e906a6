import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  coreServices,
  createServiceFactory,
  PermissionsService,
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import engineeringOwnerPlugin from '@engineering-owner/backstage-plugin-backend';
import prometheusModule from '@engineering-owner/backstage-plugin-backend-module-prometheus';
import { DemoPolicy } from './demoPolicy';

jest.setTimeout(60_000);

const maya = 'user:default/maya';
const sam = 'user:default/sam';
/** May read nothing. */
const blind = 'user:default/blind';
/** May read APIs. */
const narrow = 'user:default/narrow';

/** The demo's policy, and two people whom the catalog hides something from. */
class HidingPolicy extends DemoPolicy {
  async handle(
    query: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = query;
    if (isPermission(permission, catalogEntityReadPermission)) {
      switch (user?.info.userEntityRef) {
        case blind:
          return { result: AuthorizeResult.DENY };
        case narrow:
          return createCatalogConditionalDecision(
            permission,
            catalogConditions.isEntityKind({ kinds: ['API'] }),
          );
        default:
      }
    }
    return super.handle(query, user);
  }
}

const policy = new HidingPolicy({ readerRef: sam });

/**
 * Asks the policy as the permission backend does, which takes no mocked
 * credentials for those of a plugin on behalf of a user.
 */
const permissions: PermissionsService = {
  authorize: (queries, { credentials }) =>
    Promise.all(
      queries.map(async ({ permission }) => {
        const decision = await decide(permission, credentials);
        if (decision.result === AuthorizeResult.CONDITIONAL) {
          throw new Error('No resource is asked for here');
        }
        return decision;
      }),
    ),
  authorizeConditional: (queries, { credentials }) =>
    Promise.all(
      queries.map(({ permission }) => decide(permission, credentials)),
    ),
};

async function decide(
  permission: Permission,
  credentials: BackstageCredentials,
): Promise<PolicyDecision> {
  const { principal } = credentials as BackstageCredentials<
    BackstageUserPrincipal | BackstageServicePrincipal
  >;
  if (principal.type !== 'user') {
    return { result: AuthorizeResult.ALLOW };
  }
  const { userEntityRef } = principal;
  return policy.handle(
    { permission },
    {
      credentials: mockCredentials.user(userEntityRef),
      info: { userEntityRef, ownershipEntityRefs: [userEntityRef] },
    },
  );
}

const entity = (kind: string, name: string) => `---
apiVersion: backstage.io/v1alpha1
kind: ${kind}
metadata: {name: ${name}}
spec: {type: service, lifecycle: production, owner: shop, definition: '{}'}
`;

const tasks = new Map<string, SchedulerServiceTaskFunction>();
const scheduler: SchedulerService = {
  async scheduleTask(task) {
    tasks.set(task.id, task.fn);
  },
  async triggerTask() {},
  createScheduledTaskRunner: () => ({
    async run() {},
  }),
  async getScheduledTasks() {
    return [];
  },
  async cancelTask() {},
};

let backend: TestBackend;
const directory = createMockDirectory();

async function call(
  user: string,
  address: string,
  init: { method?: string; body?: string } = {},
) {
  const { port } = backend.server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}/api/${address}`, {
    ...init,
    headers: {
      authorization: mockCredentials.user.header(user),
      'content-type': 'application/json',
    },
  });
  return { status: answer.status, body: await answer.json() };
}

const of = (name: string) =>
  `engineering-owner/v1/entities/by-name/component/default/${name}`;

beforeAll(async () => {
  directory.setContent({});
  const file = path.join(directory.path, 'catalog-info.yaml');
  writeFileSync(
    file,
    entity('Component', 'checkout') + entity('API', 'orders'),
  );
  backend = await startTestBackend({
    features: [
      catalogPlugin,
      engineeringOwnerPlugin,
      prometheusModule,
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            locations: [{ type: 'file', target: file }],
            processingInterval: { seconds: 5 },
          },
          engineeringOwner: {
            // Nobody answers there.
            prometheus: {
              instances: [{ name: 'default', baseUrl: 'http://127.0.0.1:9' }],
            },
            slos: {
              templates: [
                {
                  name: 'availability',
                  filter: { 'spec.type': 'service' },
                  entityLabel: 'service',
                  indicator: {
                    ratio: { total: 'requests', bad: 'requests{code="500"}' },
                  },
                  objective: 99.9,
                  window: '30d',
                },
              ],
            },
          },
        },
      }),
    ],
  });
  for (let i = 0; i < 100; i++) {
    const { body } = await call(
      maya,
      'catalog/entities/by-query?filter=spec.type=service',
    );
    if (body.totalItems === 2) {
      break;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  for (const name of ['entities', 'slos.documents', 'slos.members']) {
    await tasks.get(name)?.(new AbortController().signal);
  }
});

describe('with the real catalog', () => {
  it('owners see the tabs and the list', async () => {
    for (const tab of ['ownership', 'on-call', 'runbooks', 'slos', 'summary']) {
      expect([
        tab,
        (await call(maya, `${of('checkout')}/${tab}`)).status,
      ]).toEqual([tab, 200]);
    }
    for (const [owner, total] of [
      ['', 2],
      ['?owner=group:default/shop', 2],
      ['?owner=group:default/other', 0],
      ['?owner=group:default/shop&filter=kind=api', 1],
    ]) {
      const { body } = await call(maya, `engineering-owner/v1/slos${owner}`);
      expect([owner, body.total]).toEqual([owner, total]);
    }
  });

  it('an entity that may not be read does not exist, on any tab', async () => {
    for (const user of [blind, narrow]) {
      for (const tab of [
        'ownership',
        'on-call',
        'runbooks',
        'slos',
        'slos/availability/history',
        'slos/availability/what-if',
        'summary',
      ]) {
        const hidden = await call(user, `${of('checkout')}/${tab}`);
        const absent = await call(user, `${of('absent')}/${tab}`);
        expect([user, tab, hidden.status]).toEqual([user, tab, 404]);
        expect(hidden.body.error.message.replaceAll('checkout', 'absent')).toBe(
          absent.body.error.message,
        );
      }
    }
  });

  it('lists have nothing of what may not be read, and do not count it', async () => {
    for (const filter of ['', '?filter=kind=component', '?owner=shop']) {
      const address = `engineering-owner/v1/slos${filter}`;
      expect((await call(blind, address)).body).toMatchObject({
        items: [],
        total: 0,
      });
    }
    const { body } = await call(narrow, 'engineering-owner/v1/slos');
    expect(body.total).toBe(1);
    expect(body.items).toMatchObject([{ entityRef: 'api:default/orders' }]);
    expect(
      (await call(narrow, 'engineering-owner/v1/slos?filter=kind=component'))
        .body,
    ).toMatchObject({ items: [], total: 0 });
  });

  it('a reader runs no queries of their own, an owner does', async () => {
    const body = JSON.stringify({
      entityRef: 'component:default/checkout',
      template: {
        entityLabel: 'service',
        indicator: { ratio: { total: 'a', bad: 'b' } },
        objective: 99,
        window: '7d',
      },
    });
    const preview = (user: string) =>
      call(user, 'engineering-owner/v1/slos/preview', { method: 'POST', body });

    const denied = await preview(sam);
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain(
      'engineering-owner.slo.preview',
    );
    expect((await call(sam, `${of('checkout')}/slos`)).status).toBe(200);
    expect((await preview(maya)).status).toBe(200);
    expect((await preview(narrow)).status).toBe(404);
  });
});
