import { Knex } from 'knex';
import { ColumnType, ColumnValue, namesOf, recordset } from './recordset';

/**
 * Rows of one statement. A statement's text has to fit into memory, on both
 * sides; more rows than this make it no faster.
 */
const rowsAtOnce = 20_000;

/**
 * Writes rows where they differ from what is stored, in one statement, and
 * leaves the others alone: `on conflict … where` would lock, and so dirty, also
 * those that stay as they are.
 */
export async function writeChanged<C extends string>(
  knex: Knex,
  write: {
    table: string;
    /** Columns that all rows have in common; part of the key. */
    common: Record<string, string>;
    /** The rest of the key. */
    key: NoInfer<C>[];
    columns: Record<C, ColumnType>;
    rows: ReadonlyArray<Record<C, ColumnValue>>;
  },
): Promise<void> {
  const { table, common, key, columns, rows } = write;
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const names = namesOf(columns);
    const facts = names.filter(name => !key.includes(name));
    const commonNames = Object.keys(common);
    const commonValues = Object.values(common);
    const source = recordset(
      knex,
      'new',
      columns,
      rows.slice(start, start + rowsAtOnce),
    );
    const list = (items: readonly unknown[], text: string, separator = ', ') =>
      items.map(() => text).join(separator);
    await knex.raw(
      `insert into ?? (${list([...commonNames, ...names], '??')})
       select ${[...commonNames.map(() => '?'), ...names.map(() => '??')].join(
         ', ',
       )}
       from ${source.sql}
       left join ?? as old on ${[
         ...commonNames.map(() => '?? = ?'),
         ...key.map(() => '?? = ??'),
       ].join(' and ')}
       where ?? is null or ${list(facts, '?? is distinct from ??', ' or ')}
       on conflict (${list([...commonNames, ...key], '??')}) do update set
       ${list(facts, '?? = ??')}`,
      [
        table,
        ...commonNames,
        ...names,
        ...commonValues,
        ...names.map(name => `new.${name}`),
        ...source.bindings,
        table,
        ...commonNames.flatMap(name => [`old.${name}`, common[name]]),
        ...key.flatMap(name => [`old.${name}`, `new.${name}`]),
        `old.${key[0]}`,
        ...facts.flatMap(name => [`old.${name}`, `new.${name}`]),
        ...commonNames,
        ...key,
        ...facts.flatMap(name => [name, `excluded.${name}`]),
      ],
    );
  }
}
