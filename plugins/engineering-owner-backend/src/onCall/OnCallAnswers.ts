import { CatalogService } from '@backstage/plugin-catalog-node';
import { AlertReader } from '../alerts/AlertReader';
import { EntityStore } from '../entities/EntityStore';
import { Clock } from '../ingest/clock';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { SourceRegistry } from '../sources/SourceRegistry';
import { ResponseTargets } from './readTargets';
import { OnCallStores } from './tasks/OnCallTaskOptions';

/** What the answers about on-call are made from. */
export interface OnCallAnswers extends OnCallStores {
  alerts: AlertReader;
  catalog: CatalogService;
  clock: Clock;
  entities: EntityStore;
  registry: SourceRegistry;
  targets: ResponseTargets;
  taskStatus: TaskStatusStore;
}
