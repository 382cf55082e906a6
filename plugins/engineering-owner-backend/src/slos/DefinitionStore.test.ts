import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { availability, service, simulate } from '../__testUtils__/simulation';
import { Store } from '../store/Store';
import { DefinitionStore } from './DefinitionStore';
import { SloMember } from './matchTemplate';

jest.setTimeout(60_000);

const databases = testDatabases();
const checkout = service('checkout');
const byStatus = { total: 'requests', bad: 'requests{status="500"}' };

describe.each(databases.eachSupportedId())('definitions on %s', databaseId => {
  /** What is kept of an SLO after its template was changed. */
  async function change(changed: object) {
    const knex = await databases.init(databaseId);
    const world = await simulate({
      knex,
      entities: [checkout],
      start: new Date('2026-11-23T14:02:40Z'),
    });
    world.source.services.set('checkout', { total: 600, bad: 300 });
    await world.pass(6);
    const [before] = (await world.slosOf(checkout)).slos;
    expect(before.alerts[0]).toMatchObject({ state: 'firing' });
    const requests = world.source.requests.length;

    const after = await simulate({
      knex,
      entities: [checkout],
      start: world.now(),
      source: world.source,
      templates: [{ ...availability, ...changed }],
    });
    await after.runner.run(
      after.domain.tasks!.find(({ name }) => name === 'slos.members')!,
      new AbortController().signal,
    );
    const [kept] = (await after.slosOf(checkout)).slos;
    const verdicts = await knex('slo_verdicts').select('code');
    await after.pass(2);
    return {
      kept,
      before,
      verdicts,
      days: (await knex('ledger_days').distinct('group_id')).length,
      readDays: after.source.requests
        .slice(requests)
        .filter(
          ({ from, to }) =>
            from && to && to.getTime() - from.getTime() === 86_400_000,
        ).length,
    };
  }

  it('with another objective keep the ledger, the alerts and the verdict', async () => {
    const { kept, before, verdicts, days } = await change({ objective: 99.5 });

    expect(kept.objective).toBe(0.995);
    expect(kept).toMatchObject({
      total: 'total' in before ? before.total : undefined,
    });
    expect(kept.alerts[0].since).toBe(before.alerts[0].since);
    expect(verdicts).toHaveLength(1);
    expect(days).toBe(1);
  });

  it('with another query start a history of their own', async () => {
    const { kept, verdicts, days, readDays } = await change({
      indicator: { ratio: byStatus },
    });

    expect(kept.state).toBe('pending');
    expect(kept.alerts.map(({ previous }) => previous)).toEqual(
      kept.alerts.map(() => undefined),
    );
    expect(verdicts).toEqual([]);
    expect(days).toBe(2);
    expect(readDays).toBeGreaterThan(0);
  });

  it('are dropped in few statements, however many they are', async () => {
    const knex = await databases.init(databaseId);
    await Store.create({ database: mockServices.database({ knex }) });
    const definitions = new DefinitionStore(knex);
    const names = { matched: ['availability'], kept: [] };
    const members = Array.from(
      { length: 300 },
      (_, i): SloMember => ({
        entityRef: `component:default/service-${i}`,
        name: 'availability',
        groupId: `group-${i}`,
        entityValue: 'sole',
      }),
    );
    await definitions.replace({ ...names, members });
    await fillReadings(knex, members);
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));

    await definitions.replace({ ...names, members: members.slice(0, 1) });

    expect(statements.length).toBeLessThan(12);
    // In the order in which verdicts and pairs are written, so that nobody waits in a circle.
    const at = (table: string) =>
      statements.findIndex(
        sql => !/slo_definitions/.test(sql) && sql.includes(table),
      );
    expect(at('slo_revisions')).toBeLessThan(at('slo_pair_states'));
    expect(at('slo_revisions')).toBeLessThan(at('slo_verdicts'));
    expect(await knex('slo_definitions').select('entity_ref')).toEqual([
      { entity_ref: members[0].entityRef },
    ]);
    expect(await knex('sli_readings').select('group_id')).toEqual([
      { group_id: 'group-0' },
    ]);
  });

  it('know what they were made from until somebody else writes, with a group or without', async () => {
    const knex = await databases.init(databaseId);
    await Store.create({ database: mockServices.database({ knex }) });
    const one = new DefinitionStore(knex);
    const other = new DefinitionStore(knex);
    const names = { matched: ['availability'], kept: [] };
    const grouped: SloMember = {
      entityRef: 'component:default/cart',
      name: 'availability',
      groupId: 'group',
      entityValue: 'cart',
    };
    const refused: SloMember = {
      entityRef: 'component:default/search',
      name: 'availability',
    };
    const both = { ...names, members: [grouped, refused], digest: 'both' };

    await one.replace(both);
    expect(await one.isMadeFrom('both')).toBe(true);
    expect(await one.isMadeFrom('others')).toBe(false);
    expect(await other.isMadeFrom('both')).toBe(false);

    for (const members of [[grouped], [refused], []]) {
      await other.replace({ ...names, members });
      expect(await one.isMadeFrom('both')).toBe(false);
      await one.replace(both);
      expect(await one.isMadeFrom('both')).toBe(true);
    }
  });
});

async function fillReadings(knex: Knex, members: SloMember[]) {
  await knex('sli_readings').insert(
    members.map(({ groupId, entityValue }) => ({
      group_id: groupId,
      window: '5m',
      entity_value: entityValue,
      coverage: 1,
    })),
  );
}
