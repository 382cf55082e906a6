/**
 * When incidents ended and whether they were merged into others, beside their
 * data, so that those of a stretch of time are found without reading all.
 * `resolved_at` is as in the data; a row that an older version writes meanwhile
 * has none until it is written again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.string('resolved_at', 24).nullable();
    table.boolean('merged').notNullable().defaultTo(false);
    table.index(['source_id', 'status', 'resolved_at']);
  });
  // PostgreSQL reads no JSON in which any text has an escaped NUL. Quotes within
  // texts are escaped, so that these find keys alone.
  const resolvedAt =
    knex.client.config.client === 'pg'
      ? `substring(data from '"resolvedAt":"([^"]{1,24})"')`
      : `json_extract(data, '$.resolvedAt')`;
  await knex.raw(
    `update incidents
     set resolved_at = ${resolvedAt}, merged = data like '%"mergedInto":"%'
     where status = 'resolved'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.dropIndex(['source_id', 'status', 'resolved_at']);
  });
  await knex.schema.alterTable('incidents', table => {
    table.dropColumn('merged');
    table.dropColumn('resolved_at');
  });
};
