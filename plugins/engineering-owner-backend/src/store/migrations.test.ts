import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { Store } from './Store';

jest.setTimeout(60_000);

const databases = testDatabases();
const directory = resolvePackagePath(
  '@engineering-owner/backstage-plugin-backend',
  'migrations',
);
const withIncidents = '20261123_05_runbooks.js';
const last = '20261127_01_incident_ends.js';

/** All migrations in their order until one, that one too. */
async function migrateUntil(knex: Knex, name: string) {
  for (;;) {
    const [, [done]] = await knex.migrate.up({ directory });
    if (!done || done.endsWith(name)) {
      return;
    }
  }
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('are left to others where the database says to skip them', async () => {
    const knex = await databases.init(databaseId);

    await Store.create({
      database: mockServices.database({ knex, migrations: { skip: true } }),
    });

    expect(await knex.schema.hasTable('entities')).toBe(false);
    expect(await knex.schema.hasTable('knex_migrations')).toBe(false);
  });

  it('can be taken back, and run again', async () => {
    const knex = await databases.init(databaseId);
    await Store.create({ database: mockServices.database({ knex }) });
    const [, names] = await knex.migrate.rollback({ directory }, true);

    expect(names.length).toBeGreaterThan(8);
    for (const table of ['entities', 'incidents', 'ledger_days', 'sli_looks']) {
      expect([table, await knex.schema.hasTable(table)]).toEqual([
        table,
        false,
      ]);
    }
    await Store.create({ database: mockServices.database({ knex }) });
    expect(await knex.schema.hasColumn('incidents', 'resolved_at')).toBe(true);
  });

  it('keep what an older version stored, and take it back again', async () => {
    const knex = await databases.init(databaseId);
    await migrateUntil(knex, withIncidents);
    const incident = (id: string, status: string, data: object) => ({
      source_id: 'pagerduty:default',
      id,
      service_id: 'PCHECKO',
      status,
      created_at: '2026-11-20T10:00:00Z',
      data: JSON.stringify({ id, title: 'a "quoted" \u0000 title', ...data }),
    });
    await knex('incidents').insert([
      incident('open', 'triggered', { policyId: 'PPOLICY' }),
      incident('over', 'resolved', { resolvedAt: '2026-11-20T10:30:00Z' }),
      incident('merged', 'resolved', {
        resolvedAt: '2026-11-20T10:40:00Z',
        mergedInto: 'over',
      }),
      incident('odd', 'resolved', {}),
    ]);
    await knex('slo_definitions').insert([
      { entity_ref: 'component:default/a', name: 'x', group_id: 'g' },
      { entity_ref: 'component:default/b', name: 'x', group_id: null },
    ]);
    await knex('sli_sightings').insert({
      group_id: 'g',
      entity_value: 'a',
      last_seen_at: '2026-11-20T10:00:00.000Z',
    });

    await Store.create({ database: mockServices.database({ knex }) });

    const ends = await knex('incidents')
      .select('id', 'resolved_at', 'merged', 'policy_id')
      .orderBy('id');
    expect(
      ends.map(({ id, resolved_at, merged, policy_id }) => [
        id,
        resolved_at,
        Boolean(merged),
        policy_id,
      ]),
    ).toEqual([
      ['merged', '2026-11-20T10:40:00Z', true, null],
      ['odd', null, false, null],
      ['open', null, false, 'PPOLICY'],
      ['over', '2026-11-20T10:30:00Z', false, null],
    ]);
    expect(await knex('slo_revisions').select('group_id')).toEqual([
      { group_id: 'g' },
    ]);
    expect(await knex('sli_sightings')).toEqual([
      expect.objectContaining({ entity_value: 'a' }),
    ]);

    await knex.migrate.down({ directory, name: last } as Knex.MigratorConfig);

    expect(await knex.schema.hasColumn('incidents', 'resolved_at')).toBe(false);
    expect(await knex('incidents').orderBy('id').pluck('id')).toEqual([
      'merged',
      'odd',
      'open',
      'over',
    ]);
    await knex.migrate.rollback({ directory }, true);
  });
});
