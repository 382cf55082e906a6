/**
 * What was read of runbooks, one row for each place. Which entity names which
 * is worked out from the entities when somebody asks.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('runbook_documents', table => {
    table.string('id').primary().comment('Hash of the normalised location');
    table.text('url').notNullable();
    table
      .string('outcome')
      .notNullable()
      .comment('Of the last read that settled something');
    table
      .string('failing_since', 24)
      .nullable()
      .comment('The host stopped answering; the rest is as it was before');
    table.text('last_error').nullable().comment('While failing_since is set');
    table.string('checked_at', 24).notNullable();
    table.text('etag').nullable();
    table.text('title').nullable();
    table.text('front_matter', 'longtext').nullable();
    table.text('problems', 'longtext').notNullable();
    table.text('content', 'longtext').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('runbook_documents');
};
