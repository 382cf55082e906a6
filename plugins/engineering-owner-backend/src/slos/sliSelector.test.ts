import { testDatabases } from '../__testUtils__/databases';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { service, simulate } from '../__testUtils__/simulation';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');

function narrowed(name: string, namespace: string, selector: string) {
  const entity = service(name, namespace);
  entity.metadata.annotations = { 'engineering-owner/sli-selector': selector };
  return entity;
}

describe.each(databases.eachSupportedId())(
  'Entities that narrow their SLIs on %s',
  databaseId => {
    it('are read by groups of their own, which a new process knows from the database', async () => {
      const knex = await databases.init(databaseId);
      const source = new FakeSliSource();
      source.services.set('checkout', { total: 100, bad: 1 });
      const shop = narrowed('checkout', 'shop', 'namespace="shop"');
      const other = narrowed('checkout', 'other', 'namespace="other"');
      const entities = [shop, other];
      const world = await simulate({ knex, entities, start, source });
      await world.pass(3);

      for (const entity of entities) {
        const { slos, problems } = await world.slosOf(entity);
        expect(problems).toEqual([]);
        expect(slos).toMatchObject([{ now: { state: 'ok' } }]);
      }
      const groups = await knex('slo_definitions').distinct('group_id');
      expect(groups).toHaveLength(2);

      const again = await simulate({
        knex,
        entities,
        start: new Date(start.getTime() + 180_000),
        source,
      });
      const { slos } = await again.slosOf(shop);
      expect(slos[0].queries).not.toEqual([]);
    });

    it('are told what is wrong with what they wrote', async () => {
      const knex = await databases.init(databaseId);
      const entity = narrowed('checkout', 'shop', 'x"} or y{');
      const world = await simulate({ knex, entities: [entity], start });
      await world.pass(2);

      const { slos } = await world.slosOf(entity);
      expect(slos).toMatchObject([
        {
          state: 'invalid',
          problem: {
            message: expect.stringContaining(
              'component:shop/checkout, annotation engineering-owner/sli-selector',
            ),
          },
        },
      ]);
    });
  },
);
