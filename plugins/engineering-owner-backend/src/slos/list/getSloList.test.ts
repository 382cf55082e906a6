import { Entity } from '@backstage/catalog-model';
import { SloListResponse } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import {
  availability,
  service,
  simulate,
} from '../../__testUtils__/simulation';
import { getSloList } from './getSloList';
import { SloListStore } from './SloListStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');

/** A source that answers late, as a remote store behind a batch job does. */
class SlowSource extends FakeSliSource {
  override readonly evaluationDelaySeconds = 600;
}

/** The first few minutes of services whose list is asked for. */
async function world(
  knex: Knex,
  options: Partial<Parameters<typeof simulate>[0]> & { entities: Entity[] },
) {
  const simulated = await simulate({ knex, start, ...options });
  return {
    ...simulated,
    list: (): Promise<SloListResponse> =>
      getSloList(
        { offset: 0, limit: 200 },
        {
          ...simulated.domain.answers,
          list: new SloListStore(knex),
          entityRefs: undefined,
        },
      ),
  };
}

describe.each(databases.eachSupportedId())(
  'a page of SLOs on %s',
  databaseId => {
    it('takes as many statements for 200 SLOs as for one', async () => {
      const knex = await databases.init(databaseId);
      const names = Array.from({ length: 200 }, (_, i) => `service-${i}`);
      const source = new FakeSliSource();
      names.forEach(name => source.services.set(name, { total: 600 }));
      const { pass, list } = await world(knex, {
        source,
        entities: names.map(name => service(name)),
      });
      await pass(3);

      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      const { items } = await list();

      expect(items).toHaveLength(200);
      expect(items.every(({ burnRate }) => burnRate === 0)).toBe(true);
      // Their number and the page, then windows, readings and sightings.
      expect(statements).toHaveLength(5);
      expect(statements.join('\n')).not.toContain('inspection');
    });

    it('says of a young calendar period what its tile says', async () => {
      const knex = await databases.init(databaseId);
      const checkout = service('checkout');
      const { source, pass, skip, list, slosOf } = await world(knex, {
        entities: [checkout],
        start: new Date('2026-11-29T22:00:40Z'),
        templates: [
          {
            ...availability,
            window: {
              calendar: {
                duration: '1d',
                startTime: '2026-01-01 00:00:00',
                timeZone: 'UTC',
              },
            },
          },
        ],
      });
      source.services.set('checkout', { total: 600, bad: 6 });
      await pass(3);
      skip(180);
      await pass(8);

      const [slo] = (await slosOf(checkout)).slos;
      const [item] = (await list()).items;

      expect(slo.budget).toMatchObject({ expectedTotal: expect.any(Number) });
      expect(item.remainingRatio).toBe(
        slo.budget.known ? slo.budget.remainingRatio : undefined,
      );
    });

    it('has the pace of a source that answers late', async () => {
      const knex = await databases.init(databaseId);
      const source = new SlowSource();
      source.services.set('checkout', { total: 600, bad: 0.6 });
      const { pass, list } = await world(knex, {
        source,
        entities: [service('checkout')],
      });
      await pass(6);

      expect((await list()).items).toEqual([
        expect.objectContaining({ burnRate: expect.closeTo(1, 6) }),
      ]);
    });

    it('has an SLO whose stored definition is not understood, as invalid', async () => {
      const knex = await databases.init(databaseId);
      const { source, pass, list } = await world(knex, {
        entities: [service('checkout')],
      });
      source.services.set('checkout', { total: 600 });
      await pass(3);
      await knex('slo_definitions').update({ definition: '{"name":"of old"}' });

      const { items, total } = await list();

      expect(total).toBe(1);
      expect(items).toEqual([
        {
          entityRef: 'component:default/checkout',
          name: 'availability',
          title: 'availability',
          state: 'invalid',
          tone: 'unknown',
          code: 'invalid',
        },
      ]);
    });
  },
);
