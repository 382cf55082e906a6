/**
 * When the shortest window last held what is not live any more: the ledger's
 * hours also see what is sampled too rarely for it. And when a window was last
 * read with success: failures write down that they tried. And which write the
 * verdicts on a group's SLOs are from, so that whoever made it knows them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('sli_sightings', table => {
    table.string('last_live_at', 24).nullable();
  });
  await knex.schema.alterTable('sli_windows', table => {
    table.string('read_at', 24).nullable();
  });
  await knex.schema.alterTable('slo_revisions', table => {
    table.string('verdicts', 36).nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_revisions', table => {
    table.dropColumn('verdicts');
  });
  await knex.schema.alterTable('sli_windows', table => {
    table.dropColumn('read_at');
  });
  await knex.schema.alterTable('sli_sightings', table => {
    table.dropColumn('last_live_at');
  });
};
