/**
 * What entities belong to: who owns them, and the Systems and Domains they are
 * part of, so that all of a Group's or a Domain's are found without reading every
 * entity.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_parents', table => {
    table.string('entity_ref').notNullable();
    table.string('parent_ref').notNullable();
    table
      .string('relation', 8)
      .notNullable()
      .comment('owner: the parent owns it; whole: it is part of the parent');
    table.primary(['parent_ref', 'relation', 'entity_ref']);
    table.index(['entity_ref']);
  });
  // Written again, with their parents, when the catalog is read next.
  await knex('entities').update({ hash: '' });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_parents');
};
