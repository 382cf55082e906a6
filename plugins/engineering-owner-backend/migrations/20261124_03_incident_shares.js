/**
 * What each incident cost: the events of its time, by SLI group and label
 * value, so that SLOs which differ only in objective or window share them. The
 * share of a budget is worked out from these when it is asked for.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_incident_shares', table => {
    table.string('source_id').notNullable().comment('Of the incident');
    table.string('incident_id').notNullable();
    table.string('group_id').notNullable();
    table.text('entity_value').notNullable();
    table
      .string('resolved_at')
      .notNullable()
      .comment('The resolve that was read up to: a reopened one is read again');
    table.double('bad').nullable().comment('Absent: not read, or no series');
    table.double('total').nullable();
    table.string('attempted_at', 24).notNullable();
    table
      .integer('failures')
      .notNullable()
      .comment('In a row; 0 once it was read');
    table.primary(['source_id', 'incident_id', 'group_id', 'entity_value']);
    table.index(['group_id', 'entity_value']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_incident_shares');
};
