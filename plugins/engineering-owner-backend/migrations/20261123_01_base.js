/**
 * What the plugin knows of the catalog, and how its tasks and sources fare.
 * Times are ISO 8601 in UTC, so that they compare as text in every database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.string('entity_ref').primary();
    table.string('kind').notNullable();
    table
      .string('email')
      .nullable()
      .comment('Of users, in lower case: how other systems know them');
    table
      .string('hash', 40)
      .notNullable()
      .comment('Of data, so that unchanged entities are not written again');
    table.text('data', 'longtext').notNullable();
    table.index(['kind']);
    table.index(['email']);
  });

  await knex.schema.createTable('task_status', table => {
    table.string('name').primary();
    table.string('source_id').nullable();
    table.string('last_run_at', 24).nullable();
    table.string('last_success_at', 24).nullable();
    table.text('last_error').nullable();
    table.string('last_error_at', 24).nullable();
    table.double('progress').nullable();
    table.text('problems', 'longtext').notNullable();
    table.index(['source_id']);
  });

  await knex.schema.createTable('source_status', table => {
    table.string('source_id').primary();
    table
      .double('requests')
      .notNullable()
      .comment('Requests made by all replicas since the first start');
    table.text('rate_limit').nullable();
    table.string('breaker').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('source_status');
  await knex.schema.dropTable('task_status');
  await knex.schema.dropTable('entities');
};
