import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { Store } from '../store/Store';
import { ReadingStore } from './ReadingStore';
import { WindowStore } from './WindowStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('ReadingStore', () => {
  it('sees what another replica has read anew up to the same time', async () => {
    const knex = await databases.init('SQLITE_3');
    await Store.create({ database: mockServices.database({ knex }) });
    const windows = new WindowStore(knex);
    const replicas = [0, 1].map(() => new ReadingStore(knex, windows));
    const at = new Date('2026-11-23T14:00:00Z');
    const save = (replica: number, minute: number, total: number) =>
      replicas[replica].save('g', '30d', {
        at,
        attemptedAt: new Date(at.getTime() + minute * 60_000),
        incomplete: false,
        readings: new Map([
          ['cart', { counts: { bad: 0, total }, coverage: 1 }],
        ]),
      });
    const totalSeenBy = async (replica: number) => {
      const status = await windows.list('g');
      const found = await replicas[replica].listOfGroup('g', status.values());
      return found.get('30d')?.get('cart')?.counts?.total;
    };

    await save(0, 1, 100);
    expect(await totalSeenBy(0)).toBe(100);
    await save(1, 2, 3000);
    expect(await totalSeenBy(0)).toBe(3000);
  });

  it('reads nothing again after a read that failed', async () => {
    const knex = await databases.init('SQLITE_3');
    await Store.create({ database: mockServices.database({ knex }) });
    const windows = new WindowStore(knex);
    const readings = new ReadingStore(knex, windows);
    const at = new Date('2026-11-23T14:00:00Z');
    await readings.save('g', '1h', {
      at,
      attemptedAt: at,
      incomplete: false,
      readings: new Map([['cart', { coverage: 1 }]]),
    });
    await windows.recordFailure('g', '1h', {
      attemptedAt: new Date('2026-11-23T14:01:00Z'),
      message: '503',
    });
    const asked: string[] = [];
    knex.on('query', ({ sql }) => asked.push(sql));

    const status = await windows.list('g');
    const found = await readings.listOfGroup('g', status.values());

    expect(found.get('1h')?.get('cart')).toEqual({ coverage: 1 });
    expect(asked.filter(sql => sql.includes('sli_readings'))).toEqual([]);
  });
});
