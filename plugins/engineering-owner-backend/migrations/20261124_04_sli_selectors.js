/**
 * What an entity narrows the SLIs of a template by: groups of their own, which
 * any replica builds from here.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_definitions', table => {
    table
      .text('selector')
      .nullable()
      .comment('Label matchers that the group is narrowed by');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_definitions', table => {
    table.dropColumn('selector');
  });
};
