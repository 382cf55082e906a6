import { mockServices } from '@backstage/backend-test-utils';
import { verdictRank } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../../__testUtils__/databases';
import { Store } from '../../store/Store';
import { ListQuery } from './listQuery';
import { SloListStore } from './SloListStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const now = new Date('2026-11-23T14:00:00Z');
const ago = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();

type Verdict = Parameters<typeof verdictRank>[0] & { state: string };

const fine: Verdict = { state: 'ok', tone: 'fine', code: 'ok' };
const burning: Verdict = { state: 'ok', tone: 'act_now', code: 'page_firing' };

async function world(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  await Store.create({ database: mockServices.database({ knex }) });
  const store = new SloListStore(knex);
  await knex('sli_groups').insert(
    [
      ['new', ago(1)],
      ['old', ago(6)],
      ['ahead', ago(-60)],
      ['unjudged', null],
    ].map(([id, judged_at]) => ({ id, judged_at, problems: '[]' })),
  );
  return {
    async define(
      name: string,
      group: string,
      verdict?: Verdict,
      remaining: number | null = null,
      row: object = {},
    ) {
      const key = { entity_ref: `component:default/${name}`, name };
      await knex('slo_definitions').insert({
        ...key,
        group_id: group,
        entity_value: name,
        definition: '{}',
        ...row,
      });
      if (verdict) {
        await knex('slo_verdicts').insert({
          ...key,
          ...verdict,
          rank: verdictRank(verdict),
          remaining,
        });
      }
    },
    async list(query: Partial<ListQuery> = {}, entityRefs?: string[]) {
      const { total, slos } = await store.list(
        { offset: 0, limit: 50, ...query },
        { now, entityRefs },
      );
      return {
        total,
        slos: slos.map(({ name, state, tone, code }) =>
          [name, state, tone, code].join(' '),
        ),
      };
    },
  };
}

describe.each(databases.eachSupportedId())('lists on %s', databaseId => {
  it('have the worst first; what is old or not judged between the bad and the good', async () => {
    const { define, list } = await world(databaseId);
    await define('fine', 'new', fine, 0.9);
    await define('worse', 'new', fine, 0.2);
    await define('unknown', 'new', fine, null);
    await define('burning', 'new', burning, 0.5);
    await define('stale', 'old', burning, 0.1);
    await define('ahead', 'ahead', fine, 0.1);
    await define('pending', 'unjudged');
    await define('refused', 'new', undefined, null, { invalid: '{}' });

    const { total, slos } = await list();

    expect(total).toBe(8);
    expect(slos[0]).toBe('burning ok act_now page_firing');
    expect(slos.slice(-3)).toEqual([
      'worse ok fine ok',
      'fine ok fine ok',
      'unknown ok fine ok',
    ]);
    expect(slos.slice(1, -3).sort()).toEqual([
      'ahead stale unknown stale',
      'pending pending unknown pending',
      'refused invalid unknown invalid',
      'stale stale unknown stale',
    ]);
    const position = (name: string) =>
      slos.findIndex(each => each.startsWith(`${name} `));
    const rank = (code: 'stale' | 'pending' | 'invalid') =>
      verdictRank({ tone: 'unknown', code });
    expect(position('stale') < position('pending')).toBe(
      rank('stale') < rank('pending'),
    );
    expect(position('refused') < position('stale')).toBe(
      rank('invalid') < rank('stale'),
    );
  });

  it('are of the states, tones and codes asked for, as they stand now', async () => {
    const { define, list } = await world(databaseId);
    await define('burning', 'new', burning, 0.5);
    await define('stale', 'old', burning, 0.1);
    await define('pending', 'unjudged');
    await define('fine', 'new', fine, 0.9);
    const names = async (query: Partial<ListQuery>) =>
      (await list(query)).slos.map(each => each.split(' ')[0]).sort();

    expect(await names({ state: ['ok'] })).toEqual(['burning', 'fine']);
    expect(await names({ state: ['stale', 'pending'] })).toEqual([
      'pending',
      'stale',
    ]);
    expect(await names({ code: ['page_firing'] })).toEqual(['burning']);
    expect(await names({ code: ['stale'] })).toEqual(['stale']);
    expect(await names({ tone: ['unknown'], state: ['stale'] })).toEqual([
      'stale',
    ]);
    expect(await list({ state: ['no_data'] })).toEqual({ total: 0, slos: [] });
  });

  it('are of the entities given alone, counted before they are paged', async () => {
    const { define, list } = await world(databaseId);
    for (const name of ['a', 'b', 'c']) {
      await define(name, 'new', fine, 0.5);
    }
    const refs = ['component:default/a', 'component:default/c', 'api:x/y'];

    expect(await list({ limit: 1, offset: 1 }, refs)).toEqual({
      total: 2,
      slos: ['c ok fine ok'],
    });
    expect(await list({}, [])).toEqual({ total: 0, slos: [] });
  });
});
