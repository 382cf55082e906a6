import {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { EntityStore } from './entities/EntityStore';
import { Clock } from './ingest/clock';
import { TaskStatusStore } from './ingest/TaskStatusStore';
import { ConfigProblems } from './sources/ConfigProblems';
import { SourceRegistry } from './sources/SourceRegistry';
import { SourceStatusStore } from './sources/SourceStatusStore';

/** What every domain is given to build itself from. */
export interface DomainContext {
  auth: AuthService;
  catalog: CatalogService;
  clock: Clock;
  config: RootConfigService;
  configProblems: ConfigProblems;
  entities: EntityStore;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  registry: SourceRegistry;
  sourceStatus: SourceStatusStore;
  taskStatus: TaskStatusStore;
}
