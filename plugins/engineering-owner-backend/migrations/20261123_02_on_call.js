/**
 * On-call and incidents by account, and alerts by instance. `source_id` is the
 * account or instance, for example `pagerduty:default`. Times are ISO 8601 in
 * UTC, so that they compare as text in every database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('on_call_directory', table => {
    table.string('source_id').notNullable();
    table
      .string('kind', 16)
      .notNullable()
      .comment('service, policy, responder');
    table.string('id').notNullable();
    table.text('data', 'longtext').notNullable();
    table.primary(['source_id', 'kind', 'id']);
  });

  await knex.schema.createTable('on_call_shifts', table => {
    table.string('source_id').notNullable();
    table.string('policy_id').notNullable();
    table.integer('level').notNullable();
    table.string('responder_id').notNullable();
    table.string('schedule_id').nullable();
    table.text('schedule_name').nullable();
    table.string('starts_at', 24).nullable().comment('Absent: always was');
    table.string('ends_at', 24).nullable().comment('Absent: for ever');
    table.index(['source_id', 'policy_id', 'ends_at']);
  });

  await knex.schema.createTable('on_call_readings', table => {
    table.string('source_id').notNullable();
    table.string('policy_id').notNullable();
    table.string('read_at', 24).notNullable();
    table.string('read_until', 24).notNullable();
    table.primary(['source_id', 'policy_id']);
  });

  await knex.schema.createTable('incidents', table => {
    table.string('source_id').notNullable();
    table.string('id').notNullable();
    table.string('service_id').notNullable();
    table.string('status', 16).notNullable();
    table.string('created_at', 24).notNullable();
    table.text('data', 'longtext').notNullable();
    table.primary(['source_id', 'id']);
    table.index(['source_id', 'service_id', 'created_at']);
    table.index(['source_id', 'status']);
    table.index(['created_at']);
  });

  await knex.schema.createTable('incident_events', table => {
    table.string('source_id').notNullable();
    table.string('id').notNullable();
    table.string('incident_id').notNullable();
    table.string('at', 24).notNullable();
    table.text('data', 'longtext').notNullable();
    table.primary(['source_id', 'id']);
    table.index(['source_id', 'incident_id']);
    table.index(['at']);
  });

  await knex.schema.createTable('on_call_cursors', table => {
    table.string('source_id').notNullable();
    table.string('name').notNullable();
    table.string('at', 24).notNullable();
    table.primary(['source_id', 'name']);
  });

  await knex.schema.createTable('alerts', table => {
    table.string('source_id').notNullable();
    table.string('fingerprint').notNullable();
    table.text('entity_value').notNullable();
    table.text('data', 'longtext').notNullable();
    table.primary(['source_id', 'fingerprint']);
    table.index(['source_id', 'entity_value']);
  });

  await knex.schema.createTable('alert_rules', table => {
    table.string('source_id').notNullable();
    table.integer('position').notNullable();
    table.text('name').notNullable();
    table.text('entity_value').notNullable();
    table.text('data', 'longtext').notNullable();
    table.primary(['source_id', 'position']);
    table.index(['source_id', 'entity_value']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'alert_rules',
    'alerts',
    'on_call_cursors',
    'incident_events',
    'incidents',
    'on_call_readings',
    'on_call_shifts',
    'on_call_directory',
  ]) {
    await knex.schema.dropTable(table);
  }
};
