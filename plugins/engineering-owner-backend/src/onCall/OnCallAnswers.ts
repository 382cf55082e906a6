import {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AlertReader } from '../alerts/AlertReader';
import { EntityStore } from '../entities/EntityStore';
import { Clock } from '../ingest/clock';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { SourceRegistry } from '../sources/SourceRegistry';
import { Refusals } from './actions/Refusals';
import { OnCallSignals } from './live/OnCallSignals';
import { LoadCache } from './LoadCache';
import { ResponseTargets } from './readTargets';
import { OnCallStores } from './tasks/OnCallTaskOptions';

/** What the answers about on-call are made from. */
export interface OnCallAnswers extends OnCallStores {
  alerts: AlertReader;
  auth: AuthService;
  catalog: CatalogService;
  clock: Clock;
  entities: EntityStore;
  loads: LoadCache;
  logger: LoggerService;
  onCallSignals: OnCallSignals;
  permissions: PermissionsService;
  refusals: Refusals;
  registry: SourceRegistry;
  targets: ResponseTargets;
  taskStatus: TaskStatusStore;
}
