/**
 * Which shifts were observed and which were read later, and from when on the
 * shifts of a policy are known. Those that an older version observed before its
 * last reading stay known as they are; what is read later is put before them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('on_call_shifts', table => {
    table
      .boolean('reconstructed')
      .notNullable()
      .defaultTo(false)
      .comment('Read after the fact, by the rules of that later time');
  });
  await knex.schema.alterTable('on_call_readings', table => {
    table
      .string('first_read_at', 24)
      .nullable()
      .comment('Absent: written by an older version, never before read_at');
    table
      .string('known_from', 24)
      .nullable()
      .comment('As far back as shifts were read; absent: first_read_at');
  });
  await knex('on_call_readings').update({
    first_read_at: knex.ref('read_at'),
    known_from: knex.ref('read_at'),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Without the mark they would pass for observed.
  await knex('on_call_shifts').where({ reconstructed: true }).delete();
  await knex.schema.alterTable('on_call_readings', table => {
    table.dropColumn('known_from');
    table.dropColumn('first_read_at');
  });
  await knex.schema.alterTable('on_call_shifts', table => {
    table.dropColumn('reconstructed');
  });
};
