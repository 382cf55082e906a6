import { TestDatabases } from '@backstage/backend-test-utils';

/** SQLite always; PostgreSQL where its connection string is in the environment. */
export function testDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18', 'POSTGRES_15', 'POSTGRES_14'],
    disableDocker: true,
  });
}
