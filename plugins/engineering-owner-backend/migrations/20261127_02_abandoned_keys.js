/**
 * Groups without a definition and sources that are not configured, since when:
 * what is stored of them goes after a while.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('abandoned_keys', table => {
    table.string('kind', 16).notNullable().comment('group, source');
    table.string('id').notNullable();
    table.string('since', 24).notNullable();
    table.primary(['kind', 'id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('abandoned_keys');
};
