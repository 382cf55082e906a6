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
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import engineeringOwnerPlugin from '@engineering-owner/backstage-plugin-backend';
import pagerDutyModule from '@engineering-owner/backstage-plugin-backend-module-pagerduty';
import {
  PagerDutySimulator,
  startPagerDutySimulator,
} from '@engineering-owner/demo-world';
import { DemoPolicy } from './demoPolicy';

jest.setTimeout(60_000);

const maya = 'user:default/maya.okafor';
const sam = 'user:default/sam.reader';
/** Owns something, and is nobody to PagerDuty. */
const stranger = 'user:default/stranger';

const policy = new DemoPolicy({ readerRef: sam });

/** Of one entity, what the catalog makes of a policy's conditions. */
async function decisionOn(
  decision: PolicyDecision,
  resourceRef: string,
): Promise<AuthorizeResult.ALLOW | AuthorizeResult.DENY> {
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    return decision.result;
  }
  const [kind, namespace, name] = resourceRef.split(/[:/]/);
  const { body } = await call(
    undefined,
    `catalog/entities/by-name/${kind}/${namespace}/${name}`,
  );
  const { conditions } = decision;
  if (!('rule' in conditions) || conditions.rule !== 'IS_ENTITY_OWNER') {
    throw new Error(
      `No condition of this policy: ${JSON.stringify(conditions)}`,
    );
  }
  const claims = conditions.params?.claims;
  return permissionRules.isEntityOwner.apply(body, {
    claims: Array.isArray(claims) ? claims.map(String) : [],
  })
    ? AuthorizeResult.ALLOW
    : AuthorizeResult.DENY;
}

async function decide(
  permission: Parameters<typeof policy.handle>[0]['permission'],
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

/** Questions about resources, to see that none is asked for each incident. */
const asked: string[] = [];

const permissions: PermissionsService = {
  authorize: (queries, { credentials }) =>
    Promise.all(
      queries.map(async ({ permission, resourceRef = '' }) => {
        if (isResourcePermission(permission)) {
          asked.push(`${permission.name} ${resourceRef}`);
        }
        return {
          result: await decisionOn(
            await decide(permission, credentials),
            resourceRef,
          ),
        };
      }),
    ),
  authorizeConditional: (queries, { credentials }) =>
    Promise.all(
      queries.map(({ permission }) => decide(permission, credentials)),
    ),
};

const person = (name: string, email: string) => `---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: ${name}}
spec: {memberOf: [], profile: {email: '${email}'}}
`;

const service = (name: string, owner: string, serviceId: string) => `---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: {pagerduty.com/service-id: ${serviceId}}
spec: {type: service, lifecycle: production, owner: '${owner}'}
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
let simulator: PagerDutySimulator;
const directory = createMockDirectory();

/** As a user, or as a plugin. */
async function call(user: string | undefined, address: string, body?: object) {
  const { port } = backend.server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}/api/${address}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body) }),
    headers: {
      authorization: user
        ? mockCredentials.user.header(user)
        : mockCredentials.service.header(),
      'content-type': 'application/json',
    },
  });
  return { status: answer.status, body: await answer.json() };
}

const of = (name: string) =>
  `engineering-owner/v1/entities/by-name/component/default/${name}`;

async function run(...prefixes: string[]) {
  for (const prefix of prefixes) {
    for (const [name, task] of tasks) {
      if (name.startsWith(prefix)) {
        await task(new AbortController().signal);
      }
    }
  }
}

beforeAll(async () => {
  simulator = await startPagerDutySimulator({
    port: 0,
    history: false,
    liveEvery: 86_400_000,
  });
  directory.setContent({});
  const file = path.join(directory.path, 'catalog-info.yaml');
  writeFileSync(
    file,
    person('maya.okafor', 'maya.okafor@parcel.example') +
      person('sam.reader', 'sam.reader@parcel.example') +
      person('stranger', 'stranger@parcel.example') +
      service('checkout', maya, 'PCHKOUT') +
      service('cart', stranger, 'PCARTSV'),
  );
  backend = await startTestBackend({
    features: [
      catalogPlugin,
      engineeringOwnerPlugin,
      pagerDutyModule,
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
            rules: [{ allow: ['User', 'Component', 'Location'] }],
            processingInterval: { seconds: 5 },
          },
          engineeringOwner: {
            pagerduty: {
              accounts: [
                { name: 'default', token: 'demo', apiBaseUrl: simulator.url },
              ],
            },
          },
        },
      }),
    ],
  });
  for (let i = 0; i < 100; i++) {
    const { body } = await call(maya, 'catalog/entities/by-query');
    const stitched = (body.items ?? []).filter(
      (each: { relations?: unknown[] }) => each.relations?.length,
    );
    if (stitched.length >= 4) {
      break;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  await run('entities', 'onCall', 'onCall');
});

afterAll(() => simulator.close());

const opened = (serviceId = 'PCHKOUT') =>
  simulator.state.trigger({ serviceId, title: 'Down', urgency: 'high' });

describe('acting on incidents in the demo', () => {
  it('owners act on what they own, and PagerDuty knows who did it', async () => {
    const id = opened();
    const incidents = `${of('checkout')}/incidents`;

    const { status, body } = await call(
      maya,
      `${incidents}/${id}/acknowledge`,
      {},
    );

    expect([status, body.error]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      confirmed: true,
      incident: {
        id,
        status: 'acknowledged',
        acknowledgedBy: { name: 'Maya Okafor', entityRef: maya },
      },
    });
    expect(
      simulator.state.log
        .incident(id)
        ?.events.find(({ kind }) => kind === 'acknowledge'),
    ).toMatchObject({ agent: { type: 'user', id: 'PMAYAOK' } });

    await call(maya, `${incidents}/${id}/notes`, { content: 'On it' });
    const resolved = await call(maya, `${incidents}/${id}/resolve`, {
      note: 'Rolled back',
    });
    expect(resolved.body.incident.status).toBe('resolved');
    const again = await call(maya, `${incidents}/${id}/acknowledge`, {});
    expect(again.status).toBe(409);
    expect(simulator.state.log.incident(id)?.state.status).toBe('resolved');

    const trigger = await call(maya, incidents, {
      title: 'Nobody can pay',
      priority: 'P1',
    });
    expect(trigger.body.incident).toMatchObject({
      status: 'triggered',
      priority: 'P1',
    });
    const { open } = (await call(maya, `${of('checkout')}/on-call`)).body
      .incidents;
    expect(open).toMatchObject([
      { id: trigger.body.incident.id, may: { act: true } },
    ]);
  });

  it.each([
    ['a reader', sam, 'checkout', 'PCHKOUT'],
    ['the owner of something else', maya, 'cart', 'PCARTSV'],
  ])('%s does not act, and is told so before', async (_, who, name, at) => {
    const id = opened(at);
    await run('onCall');
    for (const [what, body] of [
      ['', { title: 'x' }],
      [`/${id}/acknowledge`, {}],
      [`/${id}/resolve`, {}],
      [`/${id}/notes`, { content: 'x' }],
    ] as const) {
      const answer = await call(who, `${of(name)}/incidents${what}`, body);
      expect([what, answer.status]).toEqual([what, 403]);
      expect(answer.body.error.message).toContain(
        'engineering-owner.incident.act',
      );
    }
    expect(simulator.state.log.incident(id)?.state.status).toBe('triggered');
    const { status, body } = await call(who, `${of(name)}/on-call`);
    expect(status).toBe(200);
    const may = { act: false, reason: 'permission' };
    expect(body.may).toEqual(may);
    expect(body.incidents.open).toContainEqual(
      expect.objectContaining({ id, may }),
    );
  });

  it('an owner does not act on the incident of a service of others', async () => {
    const id = opened('PCARTSV');
    const { status } = await call(
      maya,
      `${of('checkout')}/incidents/${id}/acknowledge`,
      {},
    );
    expect(status).toBe(404);
    expect(simulator.state.log.incident(id)?.state.status).toBe('triggered');
  });

  it('an owner whom PagerDuty does not know is told what would be right', async () => {
    const id = opened('PCARTSV');
    const { status, body } = await call(
      stranger,
      `${of('cart')}/incidents/${id}/acknowledge`,
      {},
    );
    expect([status, body.error.name]).toEqual([403, 'UnknownResponderError']);
    expect(body.error.message).toContain(
      'has no user with the e-mail address stranger@parcel.example',
    );
  });

  it('the policy is asked once for a page, however many incidents are open', async () => {
    [1, 2, 3, 4, 5].forEach(() => opened());
    await run('onCall');
    asked.length = 0;
    const { body } = await call(maya, `${of('checkout')}/on-call`);
    expect(body.incidents.open.length).toBeGreaterThanOrEqual(5);
    expect(asked).toEqual([
      'engineering-owner.incident.act component:default/checkout',
    ]);
  });
});
