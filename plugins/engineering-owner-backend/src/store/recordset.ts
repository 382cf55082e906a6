import { Knex } from 'knex';

/** What a column of a recordset holds; any of them may be null. */
export type ColumnType = 'text' | 'number' | 'boolean';

/** A value of a column. */
export type ColumnValue = string | number | boolean | null;

/** A relation to be put into a raw statement, with what its `?` and `??` stand for. */
export interface Relation {
  sql: string;
  bindings: string[];
}

const postgresTypes = {
  text: 'text',
  number: 'double precision',
  boolean: 'boolean',
};

/**
 * Rows as a relation inside a statement: `(…) as name`. However many rows there
 * are they take one parameter for each column on PostgreSQL and one in all on
 * SQLite, which both parse far faster than a list of values.
 */
export function recordset<C extends string>(
  knex: Knex,
  name: string,
  columns: Record<C, ColumnType>,
  rows: ReadonlyArray<Record<C, ColumnValue>>,
): Relation {
  const names = namesOf(columns);
  if (isPostgres(knex)) {
    const arrays = names.map(
      column => `?::${postgresTypes[columns[column]]}[]`,
    );
    const aliases = names.map(() => '??').join(', ');
    return {
      sql: `unnest(${arrays.join(', ')}) as ??(${aliases})`,
      bindings: [
        ...names.map(column => arrayLiteral(rows.map(row => row[column]))),
        name,
        ...names,
      ],
    };
  }
  const fields = names.map((_, i) => `json_extract(value, '$[${i}]') as ??`);
  const values = rows.map(row => names.map(column => row[column]));
  return {
    sql: `(select ${fields.join(', ')} from json_each(?)) as ??`,
    bindings: [...names, JSON.stringify(values), name],
  };
}

/** Values as a relation with the one column `value`. */
export function valuesOf(
  knex: Knex,
  name: string,
  values: readonly string[],
): Relation {
  return recordset(
    knex,
    name,
    { value: 'text' },
    values.map(value => ({ value })),
  );
}

/** Names of a recordset's columns, in order. */
export function namesOf<C extends string>(columns: Record<C, ColumnType>): C[] {
  const names: C[] = [];
  for (const name in columns) {
    if (Object.hasOwn(columns, name)) {
      names.push(name);
    }
  }
  return names;
}

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** PostgreSQL's text form of an array. */
function arrayLiteral(values: readonly ColumnValue[]): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: ColumnValue): string {
  if (value === null) {
    return 'NULL';
  }
  return typeof value === 'string'
    ? `"${value.replace(/[\\"]/g, '\\$&')}"`
    : String(value);
}
