import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { FakeOnCallSource } from '../__testUtils__/FakeOnCallSource';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { SourceRegistry } from '../sources/SourceRegistry';
import { Store } from '../store/Store';
import { AbandonedStore, groupTables, sourceTables } from './AbandonedStore';
import { createHousekeepingTask } from './createHousekeepingTask';

jest.setTimeout(60_000);

const databases = testDatabases();
const signal = new AbortController().signal;
const at = '2026-11-20T10:00:00.000Z';

async function world(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  await Store.create({ database: mockServices.database({ knex }) });
  const registry = new SourceRegistry();
  registry.addSliSource(new FakeSliSource());
  registry.addOnCallSource(new FakeOnCallSource());
  let now = new Date('2026-11-23T14:00:00Z');
  const task = createHousekeepingTask({
    clock: () => now,
    registry,
    abandoned: new AbandonedStore(knex),
  });

  /** A row in each table of a group. */
  async function storeGroup(id: string) {
    await knex('ledger_entries').insert({
      group_id: id,
      day: '2026-11-20',
      entity_value: 'a',
      hours: '[]',
    });
    await knex('ledger_days').insert({
      group_id: id,
      day: '2026-11-20',
      hours: '1'.repeat(24),
    });
    await knex('sli_groups').insert({ id, problems: '[]' });
    await knex('sli_windows').insert({ group_id: id, window: '5m' });
    await knex('sli_readings').insert({
      group_id: id,
      window: '5m',
      entity_value: 'a',
      coverage: 1,
    });
    await knex('sli_looks').insert({ group_id: id, at });
    await knex('sli_sightings').insert({
      group_id: id,
      entity_value: 'a',
      last_seen_at: at,
      live: true,
    });
    await knex('slo_revisions').insert({ group_id: id, revision: 'first' });
    await knex('slo_incident_shares').insert({
      source_id: 'pagerduty:default',
      incident_id: 'Q1',
      group_id: id,
      entity_value: 'a',
      resolved_at: at,
      attempted_at: at,
      failures: 0,
    });
  }
  const define = (id: string) =>
    knex('slo_definitions').insert({
      entity_ref: 'component:default/a',
      name: id,
      group_id: id,
      entity_value: 'a',
    });
  /** A row in each table of a source. */
  async function storeSource(id: string) {
    const key = { source_id: id };
    const data = '{}';
    await knex('on_call_directory').insert({
      ...key,
      kind: 'service',
      id: 'P',
      data,
    });
    await knex('on_call_shifts').insert({
      ...key,
      policy_id: 'P',
      level: 1,
      responder_id: 'P',
    });
    await knex('on_call_readings').insert({
      ...key,
      policy_id: 'P',
      read_at: at,
      read_until: at,
    });
    await knex('on_call_cursors').insert({ ...key, name: 'changes', at });
    await knex('incidents').insert({
      ...key,
      id: 'Q1',
      service_id: 'P',
      status: 'triggered',
      created_at: at,
      data,
    });
    await knex('incident_events').insert({
      ...key,
      id: 'E1',
      incident_id: 'Q1',
      at,
      data,
    });
    await knex('slo_incident_shares').insert({
      ...key,
      incident_id: 'Q9',
      group_id: 'kept',
      entity_value: 'a',
      resolved_at: at,
      attempted_at: at,
      failures: 0,
    });
    await knex('alerts').insert({
      ...key,
      fingerprint: 'f',
      entity_value: 'a',
      data,
    });
    await knex('alert_rules').insert({
      ...key,
      position: 0,
      name: 'r',
      entity_value: 'a',
      data,
    });
    await knex('alert_silences').insert({ ...key, silence_id: 's', data });
    await knex('webhook_deliveries').insert({
      ...key,
      delivery_id: 'D1',
      body_hash: 'h',
      event: 'incident.triggered',
      received_at: at,
    });
    await knex('webhook_counts').insert({
      ...key,
      outcome: 'accepted',
      count: 1,
      last_at: at,
    });
    await knex('source_status').insert({ ...key, requests: 1 });
  }
  /** Tables that hold rows of something. */
  async function tablesOf({ tables }: typeof groupTables, id: string) {
    const found: string[] = [];
    for (const { name, column } of tables) {
      if ((await knex(name).where(column, id)).length > 0) {
        found.push(name);
      }
    }
    return found;
  }
  return {
    knex,
    registry,
    storeGroup,
    define,
    storeSource,
    tablesOf,
    /** A run so many days later. */
    run: async (days = 0) => {
      now = new Date(now.getTime() + days * 86_400_000);
      await task.run(signal);
    },
  };
}

const names = ({ tables }: typeof groupTables) =>
  tables.map(({ name }) => name);

describe.each(databases.eachSupportedId())('housekeeping on %s', databaseId => {
  it('removes all of a group thirty days after its last definition went', async () => {
    const { storeGroup, define, tablesOf, run, knex } = await world(databaseId);
    await storeGroup('gone');
    await storeGroup('kept');
    await define('kept');

    await run();
    await run(29);
    expect(await tablesOf(groupTables, 'gone')).toEqual(names(groupTables));
    await run(1);

    expect(await tablesOf(groupTables, 'gone')).toEqual([]);
    expect(await tablesOf(groupTables, 'kept')).toEqual(names(groupTables));
    expect(await knex('abandoned_keys')).toEqual([]);
  });

  it('keeps the history of a definition that comes back, and waits anew when it goes again', async () => {
    const { storeGroup, define, tablesOf, run, knex } = await world(databaseId);
    await storeGroup('a');
    await run();
    await run(20);
    await define('a');
    await run(5);
    await knex('slo_definitions').delete();

    await run(10);
    expect(await tablesOf(groupTables, 'a')).toEqual(names(groupTables));
    await run(30);

    expect(await tablesOf(groupTables, 'a')).toEqual([]);
  });

  it('removes all of a source thirty days after it was taken out', async () => {
    const { storeSource, define, tablesOf, run } = await world(databaseId);
    await define('kept');
    await storeSource('pagerduty:old');
    await storeSource('pagerduty:default');

    await run();
    await run(29);
    expect(await tablesOf(sourceTables, 'pagerduty:old')).toEqual(
      names(sourceTables),
    );
    await run(1);

    expect(await tablesOf(sourceTables, 'pagerduty:old')).toEqual([]);
    expect(await tablesOf(sourceTables, 'pagerduty:default')).toEqual(
      names(sourceTables),
    );
  });

  it('keeps sources while an entry of their type is wrong', async () => {
    const { storeSource, define, tablesOf, run, registry } = await world(
      databaseId,
    );
    await define('kept');
    await storeSource('pagerduty:eu');
    registry.addMisconfigured(
      { type: 'pagerduty', name: 'accounts[1]' },
      { code: 'config_invalid', severity: 'error', message: '', params: {} },
    );

    await run();
    await run(40);

    expect(await tablesOf(sourceTables, 'pagerduty:eu')).toEqual(
      names(sourceTables),
    );
  });

  it('waits anew when the clock was set back', async () => {
    const { storeGroup, tablesOf, run } = await world(databaseId);
    await storeGroup('a');
    await run();
    await run(-100);
    await run(1);
    await run(30);

    expect(await tablesOf(groupTables, 'a')).toEqual([]);
  });

  it('forgets what was seen longer ago than the ledger goes back, unless it lives', async () => {
    const { knex, define, run } = await world(databaseId);
    await define('g');
    await knex('sli_sightings').insert(
      [
        ['new', '2026-11-01T00:00:00.000Z', false],
        ['old', '2025-08-01T00:00:00.000Z', false],
        ['alive', '2025-08-01T00:00:00.000Z', true],
      ].map(([entity_value, last_seen_at, live]) => ({
        group_id: 'g',
        entity_value,
        last_seen_at,
        live,
      })),
    );

    await run();

    expect(
      await knex('sli_sightings').orderBy('entity_value').pluck('entity_value'),
    ).toEqual(['alive', 'new']);
  });

  it('knows every table that has rows of groups or sources', async () => {
    const { knex } = await world(databaseId);
    const known = new Set(
      [...groupTables.tables, ...sourceTables.tables].map(({ name }) => name),
    );
    // What a definition says goes with it, and tasks with their configuration.
    const others = ['slo_definitions', 'task_status'];
    const tables: string[] =
      databaseId === 'SQLITE_3'
        ? await knex('sqlite_master').where({ type: 'table' }).pluck('name')
        : await knex('information_schema.tables')
            .where({ table_schema: 'public' })
            .pluck('table_name');
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      const columns = Object.keys(await knex(table).columnInfo());
      const belongs =
        columns.includes('group_id') || columns.includes('source_id');
      expect([table, belongs && !others.includes(table)]).toEqual([
        table,
        table === 'sli_groups' ? false : known.has(table),
      ]);
    }
  });
});
