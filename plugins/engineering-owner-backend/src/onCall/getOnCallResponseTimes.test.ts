import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { onCallResponseTimesResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  component,
  incident,
  simulateOnCall,
  smallAccount,
} from '../__testUtils__/onCallSimulation';
import { getOnCallResponseTimes } from './getOnCallResponseTimes';

// A Wednesday.
const start = new Date('2026-03-18T10:00:00.000Z');
const checkout = component('checkout', {
  'pagerduty.com/service-id': 'PCHECKO',
});

describe('response times over weeks', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'are of twelve weeks of the reader, from what is stored on %s',
    async databaseId => {
      const source = smallAccount();
      const log: Parameters<typeof incident>[2] = [
        [4, 'acknowledge', 'PADA'],
        [40, 'resolve', 'PADA'],
      ];
      // Sunday in London, Monday in Tokyo.
      source.put(incident('Q1', '2026-03-15T20:00:00.000Z', log));
      source.put(incident('Q2', '2026-02-01T20:00:00.000Z', log));
      const simulation = await simulateOnCall({
        knex: await databases.init(databaseId),
        start,
        sources: [source],
        entities: [checkout],
      });
      await simulation.run();
      await simulation.run();
      source.reads.length = 0;
      const ask = (timeZone?: unknown) =>
        getOnCallResponseTimes(
          {
            entity: checkout,
            entityRef: stringifyEntityRef(checkout),
            credentials: mockCredentials.user(),
            request: { query: { timeZone } },
          },
          simulation.stores,
        );

      const answer = await ask('Asia/Tokyo');
      expect(onCallResponseTimesResponseSchema.parse(answer)).toEqual(answer);
      expect(answer.trend.weeks).toHaveLength(13);
      expect(answer.trend.weeks.at(-1)).toMatchObject({
        from: '2026-03-15T15:00:00.000Z',
        partial: true,
        mtta: { n: 1, figures: { medianSeconds: 240 }, targetSeconds: 300 },
        mttr: { n: 1, figures: { medianSeconds: 2400 } },
      });
      expect(answer.distribution.mtta.buckets.filter(({ n }) => n > 0)).toEqual(
        [{ fromSeconds: 120, toSeconds: 300, n: 2, targeted: 2 }],
      );
      expect((await ask()).trend.weeks.at(-1)).toMatchObject({
        mtta: { n: 0 },
      });
      expect(source.reads).toEqual([]);
      for (const wrong of ['Mars/Base', '', ['UTC']]) {
        await expect(ask(wrong)).rejects.toMatchObject({ name: 'InputError' });
      }
    },
  );
});
