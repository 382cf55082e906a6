import { testDatabases } from '../../__testUtils__/databases';
import {
  incident,
  simulateOnCall,
  smallAccount,
} from '../../__testUtils__/onCallSimulation';

const start = new Date('2026-03-18T10:00:00.000Z');

describe('what polling tells open pages of', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function simulate() {
      const source = smallAccount();
      const [service] = source.directory.services;
      source.directory.services.push({ ...service, id: 'PCART' });
      const knex = await databases.init(databaseId);
      const { signals, run, skip } = await simulateOnCall({
        knex,
        start,
        sources: [source],
      });
      await run();
      signals.take();
      /** The services told of by a run, once the rest between messages is over. */
      const told = async (task: string) => {
        await run(task);
        await new Promise(resolve => setTimeout(resolve, 550));
        return signals.take();
      };
      return { source, skip, told };
    }

    it('is the service of an incident that is new, changed or over, and no other', async () => {
      const { source, told } = await simulate();
      const at = start.toISOString();
      source.put(incident('Q1', at, []));
      source.put(incident('Q2', at, [], { serviceId: 'PCART' }));
      expect(await told('onCall.incidents')).toEqual([['PCHECKO', 'PCART']]);
      expect(await told('onCall.incidents')).toEqual([]);

      source.put(incident('Q1', at, [[1, 'acknowledge', 'PADA']]));
      expect(await told('onCall.incidents')).toEqual([['PCHECKO']]);

      source.put(incident('Q1', at, [[2, 'resolve', 'PADA']]));
      expect(await told('onCall.incidents')).toEqual([['PCHECKO']]);
    });

    it('is both services of an incident that moved, and that of one that is gone', async () => {
      const { source, told } = await simulate();
      source.put(incident('Q1', start.toISOString(), []));
      await told('onCall.incidents');

      source.put(
        incident('Q1', start.toISOString(), [], { serviceId: 'PCART' }),
      );
      expect(await told('onCall.incidents')).toEqual([['PCART', 'PCHECKO']]);

      source.records.delete('Q1');
      expect(await told('onCall.incidents')).toEqual([['PCART']]);
    });

    it('is also an entry of the log that changes nothing else, as a note does', async () => {
      const { source, skip, told } = await simulate();
      source.put(incident('Q1', start.toISOString(), []));
      skip(2);
      await told('onCall.changes');
      const stored = source.records.get('Q1')!;
      source.put({
        ...stored,
        events: [
          ...stored.events,
          {
            ...stored.events[0],
            id: 'note',
            kind: 'annotate',
            at: new Date(start.getTime() + 60_000).toISOString(),
          },
        ],
      });
      expect(await told('onCall.changes')).toEqual([['PCHECKO']]);
      expect(await told('onCall.changes')).toEqual([]);
    });
  });
});
