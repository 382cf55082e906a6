import { isError } from '@backstage/errors';
import { Knex } from 'knex';

/** Errors that came from the database, with what it said itself. */
const known = new WeakMap<object, string>();

/**
 * Has failures of a database known as such. Knex puts the statement with all
 * its values before what the driver said, so neither the class of an error nor
 * its text tells whose it is.
 */
export function watchStoreErrors(knex: Knex): void {
  knex.on('query-error', (error: unknown) => {
    // By its looks: a driver's class may be of another realm.
    if (isError(error)) {
      known.set(error, error.message.split(' - ').at(-1) ?? '');
    }
  });
}

/** A failure of the database. */
export interface StoreError {
  /** SQLSTATE or the name that SQLite gives it. */
  code?: string;
  /** In the words of the database; for logs, since it may quote a value. */
  reason: string;
}

/** What failed in the database, if it was that, also as the cause of an error. */
export function findStoreError(error: unknown): StoreError | undefined {
  for (
    let each = error, depth = 0;
    isError(each) && depth < 10;
    each = each.cause, depth++
  ) {
    const reason = known.get(each) ?? poolTrouble(each);
    if (reason !== undefined) {
      const code: unknown = Reflect.get(each, 'code');
      return { reason, ...(typeof code === 'string' && { code }) };
    }
  }
  return undefined;
}

/** Waiting for a connection is no query, so nothing is emitted of it. */
function poolTrouble(error: {
  name: string;
  message: string;
}): string | undefined {
  const { name, message } = error;
  return name === 'KnexTimeoutError' ? message : undefined;
}
