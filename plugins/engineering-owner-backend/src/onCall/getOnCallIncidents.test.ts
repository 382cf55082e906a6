import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { onCallIncidentsResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  component,
  incident,
  simulateOnCall,
  smallAccount,
} from '../__testUtils__/onCallSimulation';
import { getOnCallIncidents } from './getOnCallIncidents';

const start = new Date('2026-03-18T10:00:00.000Z');
const hoursBefore = (hours: number) =>
  new Date(start.getTime() - hours * 3_600_000).toISOString();
const checkout = component('checkout', {
  'pagerduty.com/service-id': 'PCHECKO',
});

describe('resolved incidents', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'are filtered among all of 30 days, not among the latest, on %s',
    async databaseId => {
      const source = smallAccount();
      for (let n = 1; n <= 55; n += 1) {
        source.put(
          incident(`QHIGH${n}`, hoursBefore(n), [
            [2, 'acknowledge', 'PADA'],
            [30, 'resolve', 'PADA'],
          ]),
        );
      }
      for (const hours of [100, 200, 31 * 24]) {
        source.put(
          incident(
            `QLOW${hours}`,
            hoursBefore(hours),
            [[30, 'resolve', 'PADA']],
            { urgency: 'low' },
          ),
        );
      }
      source.put(incident('QOPEN', hoursBefore(1), []));
      const simulation = await simulateOnCall({
        knex: await databases.init(databaseId),
        start,
        sources: [source],
        entities: [checkout],
      });
      // Twice, since some tasks wait for others.
      await simulation.run();
      await simulation.run();
      source.reads.length = 0;
      const ask = (query: Record<string, unknown>) =>
        getOnCallIncidents(
          {
            entity: checkout,
            entityRef: stringifyEntityRef(checkout),
            credentials: mockCredentials.user(),
            request: { query },
          },
          simulation.stores,
        );

      const { incidents } = await simulation.onCallOf(checkout);
      expect(incidents.recent).toHaveLength(50);
      expect(incidents.resolved).toEqual({ high: 55, low: 2 });

      const low = await ask({ urgency: 'low' });
      expect(onCallIncidentsResponseSchema.parse(low)).toEqual(low);
      expect(low).toMatchObject({ n: 2, period: { from: hoursBefore(720) } });
      expect(low.incidents.map(({ id }) => id)).toEqual(['QLOW100', 'QLOW200']);

      const all = await ask({ limit: '500' });
      expect(all.n).toBe(57);
      expect(all.incidents).toHaveLength(57);
      expect(all.incidents[0]).toMatchObject({
        id: 'QHIGH1',
        acknowledgedBy: { name: 'Ada Lovelace' },
        acknowledgedAfterSeconds: 120,
      });
      const { n, incidents: first } = await ask({
        urgency: 'high',
        limit: '5',
      });
      expect([n, first.length]).toEqual([55, 5]);
      expect(source.reads).toEqual([]);

      for (const [query, message] of [
        [{ limit: '0' }, /limit is "0"; it can be a number from 1 to 500/],
        [{ limit: '501' }, /limit is "501"/],
        [{ limit: ['1', '2'] }, /limit is \["1","2"\]/],
        [{ urgency: 'any' }, /urgency is "any"; it can be high or low/],
      ] as const) {
        await expect(ask(query)).rejects.toThrow(message);
      }
    },
  );
});
