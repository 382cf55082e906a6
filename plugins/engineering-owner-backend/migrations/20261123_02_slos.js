/**
 * Objectives of entities, what was read for them, and the ledger of days and
 * hours that outlives the source's own retention.
 *
 * Readings and ledger belong to an SLI group (a compiled query for all entities
 * at once) and an entity's label value, so that SLOs which differ only in
 * objective or window share them, and a changed query starts afresh.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_definitions', table => {
    table.string('entity_ref').notNullable();
    table.string('name').notNullable();
    table
      .string('group_id')
      .nullable()
      .comment('Absent when the definition cannot be read at all');
    table.text('entity_value').nullable();
    table.text('invalid').nullable().comment('Problem, as JSON');
    table.text('definition', 'longtext').nullable().comment('SloDefinition');
    table.primary(['entity_ref', 'name']);
    table.index(['group_id']);
    table.index(['name']);
  });

  await knex.schema.createTable('sli_groups', table => {
    table.string('id').primary();
    table.text('inspection', 'longtext').nullable();
    table.string('inspected_at', 24).nullable();
    table.boolean('inspect_again').notNullable().defaultTo(false);
    table.text('problems', 'longtext').notNullable();
  });

  await knex.schema.createTable('sli_windows', table => {
    table.string('group_id').notNullable();
    table.string('window').notNullable();
    table.string('at', 24).nullable().comment('End of the last good read');
    table.string('attempted_at', 24).nullable();
    table.text('last_error').nullable();
    table.boolean('incomplete').notNullable().defaultTo(false);
    table
      .boolean('ledger_changed')
      .notNullable()
      .defaultTo(false)
      .comment('Days below the window were filled in since it was read');
    table.primary(['group_id', 'window']);
  });

  await knex.schema.createTable('sli_readings', table => {
    table.string('group_id').notNullable();
    table.string('window').notNullable();
    table.text('entity_value').notNullable();
    table.double('bad').nullable().comment('Absent: read, without any series');
    table.double('total').nullable();
    table.double('coverage').notNullable();
    table.text('invalid').nullable().comment('Problem, as JSON');
    table.primary(['group_id', 'window', 'entity_value']);
    table.index(['group_id', 'entity_value']);
  });

  await knex.schema.createTable('sli_sightings', table => {
    table.string('group_id').notNullable();
    table.text('entity_value').notNullable();
    table
      .string('first_seen_at', 24)
      .nullable()
      .comment('Absent: it was there when first looked');
    table.string('last_seen_at', 24).notNullable();
    table.primary(['group_id', 'entity_value']);
  });

  await knex.schema.createTable('ledger_days', table => {
    table.string('group_id').notNullable();
    table.string('day', 10).notNullable();
    table
      .string('hours', 24)
      .notNullable()
      .comment('Per hour: . not read, 0 read and the group was empty, 1 read');
    table.string('read_at', 24).nullable();
    table.boolean('empty').notNullable().defaultTo(false);
    table
      .string('settled_at', 24)
      .nullable()
      .comment('Read again after late samples had a day to arrive');
    table.primary(['group_id', 'day']);
    table.index(['day']);
  });

  await knex.schema.createTable('ledger_entries', table => {
    table.string('group_id').notNullable();
    table.string('day', 10).notNullable();
    table.text('entity_value').notNullable();
    table.double('bad').nullable().comment('Of the day read as a whole');
    table.double('total').nullable();
    table.boolean('invalid').notNullable().defaultTo(false);
    table
      .text('hours')
      .notNullable()
      .comment('24 of [bad, total], null or "invalid"');
    table.primary(['group_id', 'day', 'entity_value']);
    table.index(['group_id', 'entity_value', 'day']);
    table.index(['day']);
  });

  await knex.schema.createTable('slo_pair_states', table => {
    table.string('entity_ref').notNullable();
    table.string('name').notNullable();
    table.text('pairs', 'longtext').notNullable();
    table.primary(['entity_ref', 'name']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'slo_pair_states',
    'ledger_entries',
    'ledger_days',
    'sli_sightings',
    'sli_readings',
    'sli_windows',
    'sli_groups',
    'slo_definitions',
  ]) {
    await knex.schema.dropTable(table);
  }
};
