import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { testDatabases } from '../__testUtils__/databases';
import { dueByTaskStatus } from '../ingest/due';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { Store } from '../store/Store';
import { createEntitiesTask } from './createEntitiesTask';
import { EntityStore } from './EntityStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:00:00Z');

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'] = {},
  rest: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...rest },
    spec,
  };
}

async function world(knexOf: ReturnType<typeof databases.init>, all: Entity[]) {
  const knex = await knexOf;
  await Store.create({ database: mockServices.database({ knex }) });
  const entities = new EntityStore(knex);
  const taskStatus = new TaskStatusStore(knex);
  let now = start;
  const present = [...all];
  const task = createEntitiesTask({
    auth: mockServices.auth(),
    catalog: catalogServiceMock.mock({
      streamEntities: request =>
        catalogServiceMock({ entities: present }).streamEntities(request),
    }),
    due: dueByTaskStatus({ clock: () => now, taskStatus }),
    entities,
    schedule: { frequency: { seconds: 15 }, timeout: { seconds: 55 } },
    everySeconds: 60,
  });
  return {
    entities,
    present,
    run: async () => {
      const outcome = await task.run(new AbortController().signal);
      if (outcome !== 'skipped') {
        await taskStatus.recordSuccess(task, now, outcome ?? {});
      }
      return outcome;
    },
    later: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

describe.each(databases.eachSupportedId())('entities on %s', databaseId => {
  it('have no e-mail address where it is none that can be kept', async () => {
    const person = (name: string, email: string) =>
      entity('User', name, { profile: { email } });
    const long = `${'x'.repeat(250)}@example.test`;
    const { entities, run } = await world(databases.init(databaseId), [
      person('ada', 'Ada@example.test'),
      person('long', long),
      person('nul', 'nul\u0000@example.test'),
    ]);
    await run();
    const found = await entities.findUsersByEmail([
      'ada@example.test',
      long,
      'nul\u0000@example.test',
    ]);
    expect(found.map(({ entityRef }) => entityRef)).toEqual([
      'user:default/ada',
    ]);
  });

  it('are kept with what they inherit from, nearest first', async () => {
    const { entities, run } = await world(databases.init(databaseId), [
      entity('Component', 'checkout', { system: 'shop' }),
      entity('System', 'shop', { domain: 'sales' }),
      entity('Domain', 'sales', { subdomainOf: 'company' }),
      entity('Domain', 'company', { subdomainOf: 'sales' }),
      entity('Component', 'lonely', { system: 'gone' }),
    ]);

    await run();

    const line = await entities.getLine('component:default/checkout');
    expect(line.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/checkout',
      'system:default/shop',
      'domain:default/sales',
      'domain:default/company',
    ]);
    const lonely = await entities.get('component:default/lonely');
    expect(lonely?.ancestors).toEqual([]);
    expect(await entities.getLine('component:default/none')).toEqual([]);
  });

  it('keep our annotations only, and never a secret', async () => {
    const { entities, run } = await world(databases.init(databaseId), [
      entity(
        'Component',
        'checkout',
        {},
        {
          annotations: {
            'engineering-owner/primary': 'user:default/maya',
            'pagerduty.com/integration-key': 'R0UT1NGK3Y',
            'backstage.io/source-location': 'url:https://git/x/',
            'vendor.example/large': 'x'.repeat(1000),
          },
        },
      ),
    ]);

    await run();

    const record = await entities.get('component:default/checkout');
    expect(record?.entity.metadata.annotations).toEqual({
      'engineering-owner/primary': 'user:default/maya',
      'pagerduty.com/integration-key': 'hidden',
      'backstage.io/source-location': 'url:https://git/x/',
    });
  });

  it('disappear with the catalog, and people are found by e-mail in any case', async () => {
    const { entities, present, run, later } = await world(
      databases.init(databaseId),
      [
        entity('User', 'maya', { profile: { email: 'Maya@Parcel.example' } }),
        entity('User', 'sam', { profile: { email: 'sam@parcel.example' } }),
      ],
    );
    await run();
    const found = await entities.findUsersByEmail(['maya@PARCEL.example']);
    expect(found.map(({ entityRef }) => entityRef)).toEqual([
      'user:default/maya',
    ]);

    present.pop();
    later(60);
    await run();

    expect(
      (await entities.listByKind(['user'])).map(({ entityRef }) => entityRef),
    ).toEqual(['user:default/maya']);
  });

  it('are more than one statement can take', async () => {
    const many = Array.from({ length: 1200 }, (_, i) =>
      entity('Component', `service-${i}`),
    );
    const { entities, run } = await world(databases.init(databaseId), many);

    await run();

    expect(await entities.listByKind(['component'])).toHaveLength(1200);
  });

  it('are looked for at every turn while there are none, then once a minute', async () => {
    const { present, run, later } = await world(databases.init(databaseId), []);

    expect(await run()).toBe('skipped');
    later(15);
    expect(await run()).toBe('skipped');
    present.push(entity('Component', 'checkout'));
    later(15);
    expect(await run()).toEqual({});
    later(15);
    expect(await run()).toBe('skipped');
    later(45);
    expect(await run()).toEqual({});
  });

  it('stay while the catalog is empty', async () => {
    const { entities, present, run, later } = await world(
      databases.init(databaseId),
      [entity('Component', 'checkout')],
    );
    await run();

    present.pop();
    later(60);

    expect(await run()).toBe('skipped');
    expect(await entities.listByKind(['component'])).toHaveLength(1);
  });
});
