/**
 * Which write the alert pairs of a group's SLOs are from, so that whoever knows
 * them need not read them again every minute.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_revisions', table => {
    table.string('pairs', 36).nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_revisions', table => {
    table.dropColumn('pairs');
  });
};
