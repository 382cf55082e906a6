import { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import {
  component,
  incident,
  simulateOnCall,
  smallAccount,
  user,
} from '../__testUtils__/onCallSimulation';
import { getOnCall } from './getOnCall';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-03-18T10:00:00.000Z');
const minutesBefore = (minutes: number) =>
  new Date(start.getTime() - minutes * 60_000).toISOString();

const entity = (
  kind: string,
  name: string,
  rest: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  ...rest,
});
const serviceId = { 'pagerduty.com/service-id': 'PCHECKO' };
const shop = { owner: 'team-shop', system: 'store' };
const checkout = component('checkout', serviceId, shop);
// Two entities on one service.
const basket = component('basket', serviceId, shop);
const stickers = component('stickers', {}, { owner: 'team-stickers' });
const ghost = component(
  'ghost',
  { 'pagerduty.com/service-id': 'PGONE' },
  { owner: 'user:default/ada' },
);
const relation = (type: string, targetRef: string) => ({ type, targetRef });
const teamShop = entity('Group', 'team-shop');
const teamStickers = entity('Group', 'team-stickers', {
  relations: [relation('parentOf', 'group:default/product')],
});
const product = entity('Group', 'product', {
  relations: [
    relation('parentOf', 'group:default/team-shop'),
    relation('parentOf', 'group:default/team-stickers'),
  ],
});
const store = entity('System', 'store', { spec: { domain: 'commerce' } });
const commerce = entity('Domain', 'commerce');
const ada: Entity = {
  ...user('ada', 'ada@example.test'),
  relations: [relation('memberOf', 'group:default/team-shop')],
};
const alan = user('alan', 'alan@example.test');
const all = [
  ...[checkout, basket, stickers, ghost],
  ...[teamShop, teamStickers, product, store, commerce, ada, alan],
];

describe.each(databases.eachSupportedId())('a portfolio on %s', databaseId => {
  async function world(
    options: { hidden?: string[]; entities?: Entity[] } = {},
  ) {
    const knex = await databases.init(databaseId);
    const source = smallAccount();
    source.directory.services.push({
      id: 'PSEARCH',
      name: 'Search',
      status: 'active',
      teamIds: [],
    });
    source.put(
      incident('Q1', minutesBefore(7), [], {
        assignees: [{ id: 'PADA', name: 'Ada Lovelace' }],
      }),
    );
    source.put(
      incident('Q2', minutesBefore(3), [], {
        serviceId: 'PSEARCH',
        assignees: [{ id: 'PALAN', name: 'Alan Turing' }],
      }),
    );
    const simulation = await simulateOnCall({
      knex,
      start,
      sources: [source],
      entities: all,
      ...options,
    });
    await simulation.run();
    await simulation.run();
    return { knex, ...simulation };
  }
  const openIds = ({
    incidents,
  }: Awaited<ReturnType<Awaited<ReturnType<typeof world>>['onCallOf']>>) =>
    incidents.open.map(({ id }) => id);

  it.each([
    ['a Group: what it owns', teamShop, ['basket', 'checkout'], []],
    [
      'a Group of Groups, of which one leads back: what those own',
      product,
      ['basket', 'checkout'],
      ['stickers'],
    ],
    ['a System: its parts', store, ['basket', 'checkout'], []],
    [
      'a Domain: the parts of its Systems',
      commerce,
      ['basket', 'checkout'],
      [],
    ],
    [
      'a User: what is theirs and their Groups’',
      ada,
      ['basket', 'checkout'],
      ['ghost'],
    ],
  ])('has of %s', async (_, of, having, without) => {
    const { onCallOf } = await world();
    const answer = await onCallOf(of);
    const refs = (names: string[]) =>
      names.map(name => `component:default/${name}`);

    const [service] = answer.services.filter(({ found }) => found);
    expect(service.entityRefs).toEqual(refs(having));
    expect(answer.portfolio).toEqual({
      entities: having.length + without.length,
      withoutService: { n: without.length, entityRefs: refs(without) },
    });
    // Of two entities on one service it counts once.
    expect(openIds(answer)).toEqual(['Q1']);
    expect(answer.escalation.map(({ policy }) => policy.name)).toEqual([
      'Storefront',
    ]);
    expect(answer.load).toHaveLength(1);
    // What is done to an incident is done on the page of its service.
    expect(answer.incidents.open[0].may).toBeUndefined();
    expect(answer.may).toBeUndefined();
  });

  it('neither shows nor counts what the caller may not read', async () => {
    const { onCallOf } = await world({
      hidden: ['component:default/checkout', 'component:default/stickers'],
    });
    const answer = await onCallOf(product);

    expect(answer.services[0].entityRefs).toEqual(['component:default/basket']);
    expect(answer.portfolio).toEqual({
      entities: 1,
      withoutService: { n: 0, entityRefs: [] },
    });
  });

  it('tells a User when they are on call, and what is assigned to them only themselves', async () => {
    const { stores, onCallOf } = await world();
    const seenByOthers = await onCallOf(alan);
    expect(seenByOthers.shifts).toEqual([
      {
        source: { type: 'pagerduty', name: 'default' },
        policy: { id: 'PPOLICY', name: 'Storefront' },
        level: 2,
        from: start.toISOString(),
        to: null,
      },
    ]);
    expect(openIds(seenByOthers)).toEqual([]);

    const own = await getOnCall(
      {
        entity: alan,
        entityRef: 'user:default/alan',
        credentials: mockCredentials.user('user:default/alan'),
      },
      stores,
    );
    expect(own.incidents.open).toMatchObject([
      { id: 'Q2', service: { id: 'PSEARCH', name: 'Search' } },
    ]);
  });

  it('costs as many questions to the database with many entities as with few', async () => {
    const count = async (entities: Entity[]) => {
      const { knex, onCallOf } = await world({ entities });
      const asked: string[] = [];
      knex.on('query', ({ sql }) => asked.push(sql));
      const { portfolio } = await onCallOf(teamShop);
      return { of: portfolio?.entities, asked: asked.length };
    };
    const many = Array.from({ length: 90 }, (_, index) =>
      component(`service-${index}`, serviceId, shop),
    );
    const few = await count(all);

    expect(await count([...all, ...many])).toEqual({ ...few, of: 92 });
  });

  it('forgets to whom what is gone, or goes to others, belonged', async () => {
    const { onCallOf, context } = await world();
    const records = [
      ...[teamShop, teamStickers, product].map(each => ({
        entityRef: `group:default/${each.metadata.name}`,
        entity: each,
        ancestors: [],
      })),
      {
        entityRef: 'component:default/checkout',
        entity: component('checkout', serviceId, { owner: 'team-stickers' }),
        ancestors: [],
      },
    ];
    await context.entities.replaceAll(records);

    expect((await onCallOf(teamShop)).portfolio?.entities).toBe(0);
    expect((await onCallOf(store)).portfolio?.entities).toBe(0);
    expect((await onCallOf(teamStickers)).portfolio?.entities).toBe(1);
  });
});
