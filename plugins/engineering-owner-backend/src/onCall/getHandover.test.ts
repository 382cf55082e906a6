import { mockCredentials, TestDatabaseId } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { handoverResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  component,
  incident,
  simulateOnCall,
  smallAccount,
} from '../__testUtils__/onCallSimulation';
import { getHandover } from './getHandover';

const start = new Date('2026-03-18T10:00:00.000Z');
const checkout = component('checkout', {
  'pagerduty.com/service-id': 'PCHECKO',
});

describe('a hand-over', () => {
  const databases = testDatabases();

  async function simulate(databaseId: TestDatabaseId, source = smallAccount()) {
    const simulation = await simulateOnCall({
      knex: await databases.init(databaseId),
      start,
      sources: [source],
      entities: [checkout],
    });
    // Twice, since some tasks wait for others.
    await simulation.run();
    await simulation.run();
    return async (query: Record<string, unknown>) => {
      const { markdown } = await getHandover(
        {
          entity: checkout,
          entityRef: stringifyEntityRef(checkout),
          credentials: mockCredentials.user(),
          request: { query },
        },
        simulation.stores,
        async () => [],
      );
      return markdown;
    };
  }

  it.each(databases.eachSupportedId())(
    'counts all incidents of its period, however many and however long ago, on %s',
    async databaseId => {
      const source = smallAccount();
      // A shift of more than the 30 days that the tab is of.
      source.shifts[0].start = '2026-02-01T09:00:00.000Z';
      for (let n = 0; n < 60; n += 1) {
        source.put(
          incident(
            `Q${n}`,
            new Date(start.getTime() - (n + 1) * 3_600_000).toISOString(),
            [[30, 'resolve', 'PADA']],
          ),
        );
      }
      source.put(
        incident('QOLD', '2026-02-03T09:00:00.000Z', [[9, 'resolve', 'PADA']]),
      );
      const handover = await simulate(databaseId, source);
      expect(await handover({})).toMatch(
        /## Resolved incidents \(60\)\n\n(- .*\n){50}- and 10 more\n/,
      );
      expect(await handover({ period: 'shift' })).toContain(
        '## Resolved incidents (61)',
      );
    },
  );

  it.each(databases.eachSupportedId())(
    'says from when on incidents are known, while they are read and of a very long shift, on %s',
    async databaseId => {
      const source = smallAccount();
      source.shifts[0].start = '2025-09-01T09:00:00.000Z';
      source.put(
        incident('QOLD', '2025-12-01T09:00:00.000Z', [[9, 'resolve', 'PADA']]),
      );
      const all = await simulate(databaseId, source);
      expect(await all({})).toContain('## Resolved incidents (0)\n\nNone.\n');
      expect(await all({ period: 'shift' })).toContain(
        '## Resolved incidents (0)\n\nNone since Thu 18 Dec 2025 10:00; what was before is not told.\n',
      );

      const filling = smallAccount();
      filling.put(
        incident('Q1', '2026-03-17T09:00:00.000Z', [[9, 'resolve', 'PADA']]),
      );
      filling.beforeRead = read => {
        if (read === 'readIncidents' && filling.count(read) === 5) {
          throw new Error('the connection broke');
        }
      };
      const some = await simulate(databaseId, filling);
      expect(await some({})).toMatch(
        /## Resolved incidents \(1\)\n\n- .*\n- what was before Fri 13 Mar 10:00 is not told\n/,
      );
    },
  );

  it.each(databases.eachSupportedId())(
    'is of the week or of the shift that runs, from what is stored on %s',
    async databaseId => {
      const source = smallAccount();
      source.shifts.push({
        policyId: 'PPOLICY',
        level: 1,
        responderId: 'PALAN',
        scheduleId: 'PSCHED1',
        scheduleName: 'Primary',
        start: '2026-03-09T09:00:00.000Z',
        end: '2026-03-16T09:00:00.000Z',
      });
      source.put(
        incident('Q1', '2026-03-14T09:00:00.000Z', [[40, 'resolve', 'PADA']]),
      );
      source.put(incident('Q2', '2026-03-18T09:50:00.000Z', []));
      const simulation = await simulateOnCall({
        knex: await databases.init(databaseId),
        start,
        sources: [source],
        entities: [checkout],
      });
      await simulation.run();
      await simulation.run();
      // Ada's is kept in two pieces, of which the first is over.
      const piece = simulation.context
        .knex('on_call_shifts')
        .where({ responder_id: 'PADA' });
      const [adas] = await piece.clone();
      await piece.clone().update({ starts_at: '2026-03-17T00:00:00.000Z' });
      await simulation.context
        .knex('on_call_shifts')
        .insert({ ...adas, ends_at: '2026-03-17T00:00:00.000Z' });
      source.reads.length = 0;
      const ask = (query: Record<string, unknown>, budgets = true) =>
        getHandover(
          {
            entity: checkout,
            entityRef: stringifyEntityRef(checkout),
            credentials: mockCredentials.user(),
            request: { query },
          },
          simulation.stores,
          async () => {
            if (!budgets) {
              throw new Error('no database');
            }
            return [
              { slo: 'Availability', spentRatio: 0.125, remainingRatio: 0.61 },
            ];
          },
        );

      const week = await ask({});
      expect(handoverResponseSchema.parse(week)).toEqual(week);
      expect(week.period.from).toBe('2026-03-11T10:00:00.000Z');
      expect(week.markdown).toContain('## Open incidents (1)');
      expect(week.markdown).toContain('## Resolved incidents (1)');
      expect(week.markdown).toContain('left 61 %');
      // Nothing was read of alerts, which is not the same as none.
      expect(week.markdown).toContain('## Alerts\n\nNot known');

      const shift = await ask(
        { period: 'shift', timeZone: 'Asia/Tokyo' },
        false,
      );
      expect(shift.period.from).toBe('2026-03-16T09:00:00.000Z');
      expect(shift.markdown).toContain('(Asia/Tokyo)');
      expect(shift.markdown).toContain('## Resolved incidents (0)');
      expect(shift.markdown).toContain('## Error budgets\n\nNot known');
      // Ada began on the 16th; whoever was before her had ended then.
      const last = await ask({ period: 'last-shift' });
      expect(last.period).toEqual({
        from: '2026-03-09T09:00:00.000Z',
        to: '2026-03-16T09:00:00.000Z',
      });
      expect(last.markdown).toContain('spent in this time 12.5 %, left 61 %');
      expect(source.reads).toEqual([]);
      await expect(ask({ period: 'month' })).rejects.toMatchObject({
        name: 'InputError',
      });
    },
  );
});
