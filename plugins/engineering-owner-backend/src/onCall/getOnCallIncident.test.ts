import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { onCallIncidentResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  component,
  incident,
  simulateOnCall,
  smallAccount,
  user,
} from '../__testUtils__/onCallSimulation';
import { getOnCallIncident } from './getOnCallIncident';

const start = new Date('2026-03-18T10:00:00.000Z');
const checkout = component('checkout', {
  'pagerduty.com/service-id': 'PCHECKO',
});

describe('an incident of an entity', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function simulate() {
      const source = smallAccount();
      const [service] = source.directory.services;
      source.directory.services = [service, { ...service, id: 'POTHER' }];
      const at = '2026-03-18T09:00:00.000Z';
      const record = incident('Q1', at, [
        [4, 'acknowledge', 'PADA'],
        [30, 'resolve', 'PGONE'],
      ]);
      source.put({
        ...record,
        events: [
          ...record.events,
          {
            id: 'Q1-page',
            incidentId: 'Q1',
            at,
            kind: 'notify',
            agent: { type: 'service' },
            channel: 'phone',
            responderIds: ['PADA'],
          },
        ],
      });
      source.put(incident('QOTHER', at, [], { serviceId: 'POTHER' }));
      const simulation = await simulateOnCall({
        knex: await databases.init(databaseId),
        start,
        sources: [source],
        entities: [checkout, user('ada', 'ada@example.test')],
      });
      await simulation.run();
      await simulation.run();
      source.reads.length = 0;
      const get = (id: string) =>
        getOnCallIncident(
          {
            entity: checkout,
            entityRef: stringifyEntityRef(checkout),
            credentials: mockCredentials.user(),
            request: { params: { id } },
          },
          simulation.stores,
        );
      return { get, source };
    }

    it('is told step by step with its people, without asking the account', async () => {
      const { get, source } = await simulate();
      const answer = await get('Q1');
      expect(onCallIncidentResponseSchema.parse(answer)).toEqual(answer);
      expect(answer.timeline.steps.map(({ at, kind }) => [at, kind])).toEqual([
        ['2026-03-18T09:00:00.000Z', 'triggered'],
        ['2026-03-18T09:00:00.000Z', 'notified'],
        ['2026-03-18T09:04:00.000Z', 'acknowledged'],
        ['2026-03-18T09:30:00.000Z', 'resolved'],
      ]);
      expect(answer.people).toEqual([
        expect.objectContaining({
          responderId: 'PADA',
          name: 'Ada Lovelace',
          entityRef: 'user:default/ada',
        }),
        { responderId: 'PGONE', name: 'PGONE' },
      ]);
      expect(answer.incident).toMatchObject({ id: 'Q1', status: 'resolved' });
      expect(source.reads).toEqual([]);
    });

    it.each(['QOTHER', 'QNONE', '', 'Q\u00001', 'Q'.repeat(300)])(
      'is not found when it is not on one of the services: %j',
      async id => {
        const { get } = await simulate();
        await expect(get(id)).rejects.toMatchObject({ name: 'NotFoundError' });
      },
    );
  });
});
