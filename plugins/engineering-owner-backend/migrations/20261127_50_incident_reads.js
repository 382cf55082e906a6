/**
 * When what is stored of an incident was asked for, so that an answer which
 * comes late does not take back what somebody has done since. Absent: not known,
 * and anything newer counts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.string('read_at', 24).nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.dropColumn('read_at');
  });
};
