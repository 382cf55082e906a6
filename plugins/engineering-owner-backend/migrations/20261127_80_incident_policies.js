/**
 * The escalation policy that an incident has now, beside its data, so that those
 * of a policy are found whatever service they are of. A row that an older version
 * writes meanwhile has none until it is written again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.string('policy_id').nullable();
    table.index(['source_id', 'policy_id', 'created_at']);
  });
  // As for `resolved_at`: PostgreSQL reads no JSON with an escaped NUL, and
  // quotes within texts are escaped.
  const policyId =
    knex.client.config.client === 'pg'
      ? `substring(data from '"policyId":"([^"]{1,255})"')`
      : `json_extract(data, '$.policyId')`;
  await knex.raw(`update incidents set policy_id = ${policyId}`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.dropIndex(['source_id', 'policy_id', 'created_at']);
  });
  await knex.schema.alterTable('incidents', table => {
    table.dropColumn('policy_id');
  });
};
