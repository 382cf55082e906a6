/**
 * The verdict on each SLO, for lists; what tells a process that the definitions
 * of a group are not those it knows; and room in tables whose rows are
 * rewritten every minute.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_verdicts', table => {
    table.string('entity_ref').notNullable();
    table.string('name').notNullable();
    table.string('state', 20).notNullable();
    table.string('tone', 20).notNullable();
    table.string('code', 20).notNullable();
    table
      .integer('rank')
      .notNullable()
      .comment('Order of verdicts; the lowest is the worst');
    table
      .double('remaining')
      .nullable()
      .comment('Share of the budget left, rounded, to sort by');
    table.primary(['entity_ref', 'name']);
  });
  await knex.schema.createTable('slo_revisions', table => {
    table.string('group_id').primary();
    table.string('revision', 36).notNullable();
  });
  await knex.raw(
    `insert into slo_revisions (group_id, revision)
     select distinct group_id, 'first' from slo_definitions
     where group_id is not null`,
  );
  await knex.schema.createTable('sli_looks', table => {
    table.string('group_id').primary();
    table
      .string('at', 24)
      .notNullable()
      .comment('When it was last looked who is alive');
  });
  await knex.schema.alterTable('sli_sightings', table => {
    table
      .boolean('live')
      .notNullable()
      .defaultTo(false)
      .comment('Seen at the last look, so that nothing is written meanwhile');
  });
  await knex.schema.alterTable('sli_groups', table => {
    table.string('judged_at', 24).nullable();
  });
  if (knex.client.config.client === 'pg') {
    // Half a page stays free: a row that is rewritten finds room beside itself,
    // no index has to know, and the next write clears what the last one left.
    await knex.raw('alter table sli_readings set (fillfactor = 45)');
    await knex.raw('alter table slo_pair_states set (fillfactor = 70)');
    await knex.raw('alter table ledger_entries set (fillfactor = 90)');
    await knex.raw(
      'alter table sli_readings set (autovacuum_vacuum_scale_factor = 0.1)',
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sli_groups', table => {
    table.dropColumn('judged_at');
  });
  await knex.schema.alterTable('sli_sightings', table => {
    table.dropColumn('live');
  });
  for (const table of ['sli_looks', 'slo_revisions', 'slo_verdicts']) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      'alter table sli_readings reset (fillfactor, autovacuum_vacuum_scale_factor)',
    );
    await knex.raw('alter table slo_pair_states reset (fillfactor)');
    await knex.raw('alter table ledger_entries reset (fillfactor)');
  }
};
