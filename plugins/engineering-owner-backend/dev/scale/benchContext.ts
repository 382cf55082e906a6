import { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { EntityStore } from '../../src/entities/EntityStore';
import { Clock } from '../../src/ingest/clock';
import { TaskStatusStore } from '../../src/ingest/TaskStatusStore';
import { ConfigProblems } from '../../src/sources/ConfigProblems';
import { SourceRegistry } from '../../src/sources/SourceRegistry';
import { SourceStatusStore } from '../../src/sources/SourceStatusStore';

/** What domains are made from, on a database and with a clock that is moved. */
export function benchContext(options: {
  knex: Knex;
  clock: Clock;
  catalog: CatalogService;
  registry: SourceRegistry;
  logger: LoggerService;
  /** Of the plugin. */
  config?: JsonObject;
}) {
  const { config, knex, logger, ...given } = options;
  return {
    ...given,
    auth: mockServices.auth(),
    config: mockServices.rootConfig({
      data: { engineeringOwner: config ?? {} },
    }),
    configProblems: new ConfigProblems({ logger }),
    entities: new EntityStore(knex),
    httpAuth: mockServices.httpAuth(),
    knex,
    logger,
    permissions: mockServices.permissions(),
    sourceStatus: new SourceStatusStore(knex),
    taskStatus: new TaskStatusStore(knex),
  };
}
