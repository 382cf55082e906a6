import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { watchStoreErrors } from './storeErrors';

const migrationsDirectory = () =>
  resolvePackagePath(
    '@engineering-owner/backstage-plugin-backend',
    'migrations',
  );

/**
 * The plugin's database, with its tables in place. Every domain keeps its own
 * tables and queries; this class only opens the door.
 */
export class Store {
  /** Connects and, unless the database says to skip them, runs the migrations. */
  static async create(options: { database: DatabaseService }): Promise<Store> {
    const knex = await options.database.getClient();
    watchStoreErrors(knex);
    if (!options.database.migrations?.skip) {
      await knex.migrate.latest({ directory: migrationsDirectory() });
    }
    return new Store(knex);
  }

  private constructor(readonly knex: Knex) {}
}
