import { Knex } from 'knex';

/**
 * Fills the ledger below a day with older days that look like it, so that a
 * measurement need not wait for a month of history to be read.
 */
export async function seedLedger(
  knex: Knex,
  options: { like: string; days: number },
): Promise<void> {
  const values = { like: options.like, days: options.days };
  await knex.raw(
    `insert into ledger_entries
       (group_id, day, entity_value, bad, total, invalid, hours)
     select group_id, to_char(day::date - back, 'YYYY-MM-DD'), entity_value,
       bad, total, invalid, hours
     from ledger_entries, generate_series(1, :days) as back
     where day = :like`,
    values,
  );
  await knex.raw(
    `insert into ledger_days (group_id, day, hours, read_at, empty, settled_at)
     select group_id, to_char(day::date - back, 'YYYY-MM-DD'), hours, read_at,
       empty, read_at
     from ledger_days, generate_series(1, :days) as back
     where day = :like`,
    values,
  );
}
