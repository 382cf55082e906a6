import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { Store } from '../store/Store';
import { GroupStore } from './GroupStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('an inspection', () => {
  it('is fetched once for all who ask at the same time, and anew when it is another', async () => {
    const knex = await databases.init('SQLITE_3');
    await Store.create({ database: mockServices.database({ knex }) });
    const writer = new GroupStore(knex);
    const reader = new GroupStore(knex);
    const inspect = (label: string, at: string) =>
      writer.save('group', {
        inspection: { labels: [label] },
        problems: [],
        at: new Date(at),
      });
    const fetched: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (sql.includes('select *')) {
        fetched.push(sql);
      }
    });

    await inspect('code', '2026-11-23T14:00:00Z');
    const all = await Promise.all(
      Array.from({ length: 20 }, () => reader.get('group')),
    );
    expect(all.map(each => each?.inspection)).toEqual(
      Array.from({ length: 20 }, () => ({ labels: ['code'] })),
    );
    expect(fetched).toHaveLength(1);

    await inspect('status', '2026-11-23T20:00:00Z');
    expect(await reader.get('group')).toMatchObject({
      inspection: { labels: ['status'] },
    });
    expect(fetched).toHaveLength(2);
  });
});
