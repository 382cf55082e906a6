import createKnex, { Knex } from 'knex';

/** An empty database of a server, instead of the one of this name. */
export async function freshDatabase(
  server: string,
  name: string,
): Promise<Knex> {
  const admin = createKnex({ client: 'pg', connection: server });
  await admin.raw(`drop database if exists ${name}`);
  await admin.raw(`create database ${name}`);
  await admin.destroy();
  const address = new URL(server);
  address.pathname = `/${name}`;
  return createKnex({ client: 'pg', connection: address.href });
}

/**
 * Bytes of each table with its indexes.
 *
 * @param pattern - a regular expression of PostgreSQL that the name matches
 */
export async function tableSizes(
  knex: Knex,
  pattern: string,
): Promise<Record<string, number>> {
  const { rows } = await knex.raw(
    `select relname, pg_total_relation_size(oid) as bytes from pg_class
     where relkind = 'r' and relname ~ ?
     order by relname`,
    [pattern],
  );
  return Object.fromEntries(
    rows.map((row: { relname: string; bytes: string }) => [
      row.relname,
      Number(row.bytes),
    ]),
  );
}
