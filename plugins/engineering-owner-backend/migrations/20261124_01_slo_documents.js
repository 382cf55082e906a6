/**
 * Documents that define SLOs: what was read of each place that entities name,
 * and what the documents of each entity come to.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_documents', table => {
    table.string('id').primary().comment('Hash of the address or pattern');
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
    table.string('hash').notNullable().comment('Of the files');
    table.text('files', 'longtext').notNullable().comment('[{url, text}]');
  });

  await knex.schema.createTable('slo_document_sets', table => {
    table.string('entity_ref').notNullable();
    table
      .string('origin')
      .notNullable()
      .comment('annotation, or catalog for documents that are entities');
    table
      .string('input')
      .notNullable()
      .comment('Hash of what it was made from; empty: made anew each time');
    table.string('hash').notNullable().comment('Of definitions and problems');
    table.string('changed_at', 24).notNullable();
    table.text('definitions', 'longtext').notNullable();
    table.text('problems', 'longtext').notNullable();
    table.primary(['entity_ref', 'origin']);
    table.index(['changed_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_document_sets');
  await knex.schema.dropTable('slo_documents');
};
