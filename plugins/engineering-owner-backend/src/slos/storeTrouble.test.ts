import { availability, service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');
const billing = service('billing');

/** Two services, each with a group of its own. */
async function world() {
  const knex = await databases.init('SQLITE_3');
  const source = new FakeSliSource();
  source.services.set('checkout', { total: 600 });
  source.services.set('billing', { total: 600 });
  const simulation = await simulate({
    knex,
    entities: [checkout, billing],
    start,
    source,
    templates: [
      {
        ...availability,
        filter: { kind: 'component', 'metadata.name': 'billing' },
        indicator: { ratio: { total: 'bills', bad: 'bills{code="500"}' } },
      },
      {
        ...availability,
        name: 'reachability',
        filter: { kind: 'component', 'metadata.name': 'checkout' },
      },
    ],
  });
  const refuse = (table: string, condition: string) =>
    knex.raw(
      `create trigger refuse before insert on ${table} when ${condition}
       begin select raise(abort, 'refused'); end`,
    );
  const read = async () =>
    (await simulation.sources()).sources.find(({ id }) =>
      id.startsWith('prometheus'),
    );
  return { ...simulation, refuse, read };
}

describe('a database in trouble', () => {
  it('that keeps no readings of a group is told beside its entities, without the statement', async () => {
    const { refuse, pass, slosOf, read } = await world();
    await refuse('sli_readings', `new.entity_value = 'billing'`);

    await pass(3);
    const { slos } = await slosOf(billing);

    expect(slos[0]).toMatchObject({ state: 'query_error' });
    expect(slos[0].burnRates[0].lastError).toMatch(
      /^the database refused to read or keep it \(SQLITE_\w+\)$/,
    );
    expect(JSON.stringify(await read())).toContain('the database refused');
    expect(JSON.stringify(await read())).not.toMatch(/insert into/i);
    expect((await slosOf(checkout)).slos[0].state).toBe('ok');
  });

  it('that keeps no verdicts of a group does not end the turn of the others', async () => {
    const { refuse, pass, slosOf, read } = await world();
    await refuse('slo_verdicts', `new.name = 'availability'`);

    await pass(3);

    expect((await slosOf(checkout)).slos[0].state).toBe('ok');
    const told = await read();
    expect(told?.lastError).toBeUndefined();
    expect(told?.problems).toEqual([
      expect.objectContaining({
        code: 'sli_refresh_failed',
        message: expect.stringContaining('the database refused'),
      }),
    ]);
  });
});
