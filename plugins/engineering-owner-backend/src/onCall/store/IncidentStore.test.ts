import { mockServices } from '@backstage/backend-test-utils';
import { Incident } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../../__testUtils__/databases';
import { incident } from '../../__testUtils__/onCallSimulation';
import { Store } from '../../store/Store';
import { IncidentStore } from './IncidentStore';

const account = 'pagerduty:default';
const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 18, 10, minute, 0, 0));
const { incident: triggered } = incident('Q1', at(0).toISOString(), []);
const acknowledged: Incident = { ...triggered, status: 'acknowledged' };

describe('IncidentStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function create() {
      const knex = await databases.init(databaseId);
      await Store.create({ database: mockServices.database({ knex }) });
      const store = new IncidentStore(knex);
      const status = async () =>
        (await store.listOpenOfServices(account, ['PCHECKO'])).map(
          each => each.status,
        );
      return { store, status };
    }

    it.each<[string, Date | undefined, Date | undefined, Incident['status']]>([
      ['before', at(5), at(4), 'acknowledged'],
      ['at the same time', at(5), at(5), 'triggered'],
      ['after', at(5), at(6), 'triggered'],
      ['nobody knows when', at(5), undefined, 'triggered'],
      [
        'some time, over what is of no known time',
        undefined,
        at(4),
        'triggered',
      ],
      ['long before, since the clock was set back', at(59), at(5), 'triggered'],
    ])(
      'takes what was asked for %s for what it is',
      async (_, first, second, expected) => {
        const { store, status } = await create();
        await store.save(account, [acknowledged], first);
        await store.save(account, [triggered], second);
        expect(await status()).toEqual([expected]);
      },
    );

    it('keeps what is newer among others that are not', async () => {
      const { store, status } = await create();
      const other = { ...triggered, id: 'Q2' };
      await store.save(account, [acknowledged], at(5));
      await store.save(account, [triggered, other], at(4));
      expect((await status()).sort()).toEqual(['acknowledged', 'triggered']);
    });

    it('forgets by when an incident was over, not by when it was created', async () => {
      const { store } = await create();
      const year = (number: number) => `${number}-03-18T10:00:00.000Z`;
      const over = (id: string, createdAt: string, resolvedAt?: string) => ({
        ...incident(id, createdAt, []).incident,
        status: 'resolved' as const,
        ...(resolvedAt && { resolvedAt }),
      });
      await store.save(account, [
        over('OLD', year(2023), year(2024)),
        over('LATELY', year(2023), year(2026)),
        over('ODD', year(2024)),
        incident('OPEN', year(2023), []).incident,
      ]);
      await store.prune(account, new Date(year(2025)));
      const kept = await store.listConcerning(
        account,
        { serviceIds: ['PCHECKO'] },
        new Date(0),
      );
      expect(kept.map(each => each.incident.id).sort()).toEqual([
        'LATELY',
        'OPEN',
      ]);
    });

    it('finds incidents by service and by policy, each once', async () => {
      const { store } = await create();
      const of = (id: string, serviceId: string, policyId?: string) => ({
        ...triggered,
        id,
        serviceId,
        ...(policyId && { policyId }),
      });
      await store.save(account, [
        of('BOTH', 'PCHECKO', 'PPOLICY'),
        of('SERVICE', 'PCHECKO', 'POTHER'),
        of('POLICY', 'PSEARCH', 'PPOLICY'),
        of('NEITHER', 'PSEARCH', 'POTHER'),
      ]);
      const found = async (policyIds?: string[]) =>
        (
          await store.listConcerning(
            account,
            { serviceIds: ['PCHECKO'], policyIds },
            at(0),
          )
        )
          .map(each => each.incident.id)
          .sort();
      expect(await found()).toEqual(['BOTH', 'SERVICE']);
      expect(await found(['PPOLICY'])).toEqual(['BOTH', 'POLICY', 'SERVICE']);
      // What changes its policy is found by the new one alone.
      await store.save(account, [of('POLICY', 'PSEARCH', 'POTHER')]);
      expect(await found(['PPOLICY'])).toEqual(['BOTH', 'SERVICE']);
    });

    it('puts an entry of the log over one that is known', async () => {
      const { store } = await create();
      const record = incident('Q1', at(0).toISOString(), [
        [1, 'acknowledge', 'PADA'],
      ]);
      await store.save(account, [record.incident]);
      await store.saveEvents(account, record.events);
      const own = { ...record.events[1], channel: 'portal' };
      await store.putEvent(account, own);
      await store.saveEvents(account, record.events);
      const [{ events }] = await store.listConcerning(
        account,
        { serviceIds: ['PCHECKO'] },
        at(0),
      );
      expect(events).toEqual([record.events[0], own]);
    });
  });
});
