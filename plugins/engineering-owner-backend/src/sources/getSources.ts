import {
  Problem,
  SourcesResponse,
  SourceStatus,
} from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';
import { TaskStatus, TaskStatusStore } from '../ingest/TaskStatusStore';
import { WebhookStatuses } from '../onCall/webhooks/WebhookStatuses';
import { ConfigProblems } from './ConfigProblems';
import { sourceId } from './sourceId';
import { SourceRegistry } from './SourceRegistry';
import { SourceStatusStore, StoredTelemetry } from './SourceStatusStore';

/** What `/sources` is made from. */
export interface SourcesOptions {
  clock: Clock;
  registry: SourceRegistry;
  configProblems: ConfigProblems;
  taskStatus: TaskStatusStore;
  sourceStatus: SourceStatusStore;
  webhooks?: WebhookStatuses;
}

/** How every source is doing, with the catalog and the configuration among them. */
export async function getSources(
  options: SourcesOptions,
): Promise<SourcesResponse> {
  const { clock, registry, configProblems, taskStatus, sourceStatus } = options;
  const tasks = await taskStatus.list();
  const telemetry = await sourceStatus.list();
  const webhooks = await options.webhooks?.list();

  const working = registry.all().map(source => {
    const id = sourceId(source);
    const received = webhooks?.bySource.get(id);
    return {
      ...toStatus(
        { id, type: source.type, name: source.name },
        tasks.filter(task => task.sourceId === id),
        telemetry.get(id),
      ),
      ...(received && { webhooks: received }),
    };
  });
  const misconfigured = registry
    .misconfigured()
    .map(({ source, problem }) => asMisconfigured(source, [problem]));
  const configuration = configProblems.list().length
    ? [
        asMisconfigured(
          { type: 'config', name: 'engineeringOwner' },
          configProblems.list(),
        ),
      ]
    : [];
  const own = toStatus(
    { id: 'catalog:default', type: 'catalog', name: 'default' },
    tasks.filter(task => task.sourceId === undefined),
    undefined,
  );
  return {
    asOf: clock().toISOString(),
    sources: [...configuration, ...misconfigured, ...working, own],
    ...(webhooks?.stray.size && {
      strayWebhooks: [...webhooks.stray].map(([type, stray]) => ({
        type,
        ...stray,
      })),
    }),
  };
}

function asMisconfigured(
  source: { type: string; name: string },
  problems: Problem[],
): SourceStatus {
  return {
    id: sourceId(source),
    ...source,
    state: 'misconfigured',
    requests: 0,
    tasks: [],
    problems,
  };
}

function toStatus(
  source: Pick<SourceStatus, 'id' | 'type' | 'name'>,
  tasks: TaskStatus[],
  telemetry: StoredTelemetry | undefined,
): SourceStatus {
  const lastSuccessAt = newest(tasks.map(task => task.lastSuccessAt));
  const lastError = tasks
    .flatMap(task => (task.lastError ? [task.lastError] : []))
    .sort((a, b) => b.at.localeCompare(a.at))
    .at(0);
  return {
    ...source,
    state: stateOf(tasks),
    ...(lastSuccessAt && { lastSuccessAt }),
    ...(lastError && { lastError }),
    requests: telemetry?.requests ?? 0,
    ...(telemetry?.rateLimit && { rateLimit: telemetry.rateLimit }),
    ...(telemetry?.breaker && { breaker: telemetry.breaker }),
    tasks: tasks.map(task => ({
      name: task.name,
      ...(task.lastRunAt && { lastRunAt: task.lastRunAt }),
      ...(task.lastSuccessAt && { lastSuccessAt: task.lastSuccessAt }),
      ...(task.lastError && { lastError: task.lastError.message }),
      ...(task.progress !== undefined && { progress: task.progress }),
    })),
    problems: tasks.flatMap(task => task.problems),
  };
}

function stateOf(tasks: TaskStatus[]): SourceStatus['state'] {
  if (tasks.some(task => task.lastError)) {
    return 'failing';
  }
  return tasks.some(task => task.lastSuccessAt) ? 'ok' : 'pending';
}

function newest(times: Array<string | undefined>): string | undefined {
  return times
    .filter(time => time !== undefined)
    .sort()
    .at(-1);
}
