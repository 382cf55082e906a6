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
  // `json`, not `jsonb`: it takes text with escapes that PostgreSQL's own text
  // cannot hold, as long as nobody asks for them.
  const field =
    knex.client.config.client === 'pg'
      ? name => `(data::json ->> '${name}')`
      : name => `json_extract(data, '$.${name}')`;
  await knex.raw(
    `update incidents
     set resolved_at = substr(${field('resolvedAt')}, 1, 24),
         merged = ${field('mergedInto')} is not null
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
