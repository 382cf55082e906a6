/**
 * Silences by the instance that holds them; `source_id` is as in `alerts`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alert_silences', table => {
    table.string('source_id').notNullable();
    table.string('silence_id').notNullable();
    table.text('data', 'longtext').notNullable();
    table.primary(['source_id', 'silence_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alert_silences');
};
