import { parseEntityRef } from '@backstage/catalog-model';
import {
  AlertRule,
  alertStatus,
  AlertStatus,
  mostUrgentAlertFirst,
  SectionStatus,
  sectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { SourceRegistry } from '../sources/SourceRegistry';
import { sourceId } from '../sources/sourceId';
import { AlertRuleStore } from './AlertRuleStore';
import { AlertStore } from './AlertStore';
import { alertReads, alertTaskName } from './createAlertTasks';

/** Kinds that a metric's label can name. A System of the same name is another thing. */
const kindsWithAlerts = ['component', 'api', 'resource'];

/**
 * What the stored alerts and rules say of an entity. They belong to it when
 * the label that the instance's configuration names (`service` by default) has
 * the value of its `metadata.name`.
 */
export class AlertReader {
  readonly #options: {
    alerts: AlertStore;
    rules: AlertRuleStore;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
    clock: Clock;
  };

  constructor(options: {
    alerts: AlertStore;
    rules: AlertRuleStore;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
    clock: Clock;
  }) {
    this.#options = options;
  }

  /** Alerts of an entity now, the most urgent first. */
  async current(entityRef: string): Promise<AlertStatus[]> {
    const name = nameWithAlerts(entityRef);
    if (name === undefined) {
      return [];
    }
    const found = await Promise.all(
      this.#options.registry.alertSources().map(async ({ source }) => {
        const { alerts } = this.#options;
        const stored = await alerts.listOfEntity(sourceId(source), name);
        return stored.map(alert => alertStatus(alert, source));
      }),
    );
    return mostUrgentAlertFirst(found.flat());
  }

  /** Alerting rules of an entity; absent when no source has told any yet. */
  async rules(entityRef: string): Promise<AlertRule[] | undefined> {
    const { registry, rules, taskStatus } = this.#options;
    const read = await Promise.all(
      registry.alertSources().map(async ({ source }) => {
        const task = await taskStatus.get(alertTaskName('rules', source));
        return task?.lastSuccessAt ? [source] : [];
      }),
    );
    const sources = read.flat();
    if (sources.length === 0) {
      return undefined;
    }
    const name = nameWithAlerts(entityRef);
    if (name === undefined) {
      return [];
    }
    const current = await this.current(entityRef);
    const found = await Promise.all(
      sources.map(source =>
        rules.listOfEntity(
          sourceId(source),
          name,
          current
            .filter(alert => sourceId(alert.source) === sourceId(source))
            .map(alert => alert.name),
        ),
      ),
    );
    return found.flat();
  }

  /** The `runbook_url` of every rule and every current alert, as written. */
  async runbookUrls(): Promise<string[]> {
    const { registry, alerts, rules } = this.#options;
    const annotated = await Promise.all(
      registry.alertSources().map(async ({ source }) => {
        const id = sourceId(source);
        return [...(await rules.list(id)), ...(await alerts.list(id))];
      }),
    );
    const urls = annotated
      .flat()
      .flatMap(({ annotations }) => annotations.runbook_url || []);
    return [...new Set(urls)];
  }

  /** How old the alerts are. */
  async section(): Promise<SectionStatus> {
    const { registry, taskStatus, clock } = this.#options;
    const parts = await Promise.all(
      registry.alertSources().map(async ({ source }) => {
        const task = await taskStatus.get(alertTaskName('current', source));
        return {
          what: `alerts of ${sourceId(source)}`,
          intervalSeconds: alertReads.current.everySeconds,
          lastSuccessAt: task?.lastSuccessAt,
          lastError: task?.lastError?.message,
        };
      }),
    );
    return sectionStatus(parts, clock());
  }
}

function nameWithAlerts(entityRef: string): string | undefined {
  const { kind, name } = parseEntityRef(entityRef);
  return kindsWithAlerts.includes(kind.toLocaleLowerCase('en-US'))
    ? name
    : undefined;
}
