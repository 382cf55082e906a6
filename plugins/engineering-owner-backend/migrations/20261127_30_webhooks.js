/**
 * Webhooks by the account they came from, and how many of them were taken and
 * refused. What is kept of a delivery is what it says has changed, never its
 * body. Times are ISO 8601 in UTC, so that they compare as text in every
 * database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('webhook_deliveries', table => {
    table.string('source_id').notNullable();
    table
      .string('delivery_id')
      .notNullable()
      .comment('The sender says it; the same for every attempt');
    table
      .string('body_hash', 64)
      .notNullable()
      .comment('The id is not signed, so the same body is the same delivery');
    table.string('event', 64).notNullable();
    table.string('incident_id').nullable();
    table.string('service_id').nullable();
    table.string('received_at', 24).notNullable();
    table
      .string('done_at', 24)
      .nullable()
      .comment('Absent: not read again yet');
    table.string('claim', 36).nullable().comment('Of the run that reads it');
    table.string('claimed_at', 24).nullable();
    table.primary(['source_id', 'delivery_id']);
    table.unique(['source_id', 'body_hash']);
    table.index(['source_id', 'done_at']);
    table.index(['received_at']);
  });

  await knex.schema.createTable('webhook_counts', table => {
    table.string('source_id').notNullable();
    table
      .string('outcome', 32)
      .notNullable()
      .comment('accepted, duplicate, or why one was refused');
    table
      .double('count')
      .notNullable()
      .comment('Double: PostgreSQL gives a bigint as text');
    table.string('last_at', 24).notNullable();
    table.primary(['source_id', 'outcome']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('webhook_counts');
  await knex.schema.dropTable('webhook_deliveries');
};
