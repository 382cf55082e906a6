import { parseEntityRef } from '@backstage/catalog-model';
import {
  AlertRule,
  AlertStatus,
  EntityMaintenance,
  maintenanceSilences,
  mergeAlerts,
  mostUrgentAlertFirst,
  plannedMaintenance,
  Problem,
  SectionStatus,
  sectionStatus,
  Silence,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { EntityStore } from '../entities/EntityStore';
import { Clock } from '../ingest/clock';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { SourceRegistry } from '../sources/SourceRegistry';
import { sourceId } from '../sources/sourceId';
import { AlertRuleStore } from './AlertRuleStore';
import { AlertStore } from './AlertStore';
import { AlertSubject } from './AlertSubject';
import { alertReads, alertTaskName } from './createAlertTasks';
import { entityValueOf } from './entityValue';
import { SilenceStore } from './SilenceStore';

/** Types of the sources that tell of alerts. */
const typesWithAlerts = ['prometheus', 'alertmanager'];

/** Kinds that a metric's label can name. A System of the same name is another thing. */
const kindsWithAlerts = ['component', 'api', 'resource'];

/**
 * What the stored alerts, rules and silences say of an entity. They belong to
 * it when the label that the instance's configuration names (`service` by
 * default) has the value of its `metadata.name`, unless the labels that its SLI
 * selector names say that they are another's.
 */
export class AlertReader {
  readonly #options: {
    alerts: AlertStore;
    rules: AlertRuleStore;
    silences: SilenceStore;
    entities: EntityStore;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
    clock: Clock;
  };

  constructor(options: {
    alerts: AlertStore;
    rules: AlertRuleStore;
    silences: SilenceStore;
    entities: EntityStore;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
    clock: Clock;
  }) {
    this.#options = options;
  }

  /** Alerts of an entity now, the most urgent first. */
  async current(entityRef: string): Promise<AlertStatus[]> {
    const subject = await this.#subject(entityRef);
    if (!subject) {
      return [];
    }
    const read = await this.#read([subject]);
    return mostUrgentAlertFirst(read(subject));
  }

  /** The same of several entities, each once, with whose it is. */
  async currentOfMany(entityRefs: string[]): Promise<AlertStatus[]> {
    const records = await this.#options.entities.getMany(entityRefs);
    const subjects = records
      .filter(({ entityRef }) => hasAlerts(entityRef))
      .map(({ entityRef, entity }) => ({
        entityRef,
        subject: AlertSubject.of(entity),
      }));
    const read = await this.#read(subjects.map(({ subject }) => subject));
    const alerts = new Map<string, AlertStatus>();
    for (const { entityRef, subject } of subjects) {
      for (const alert of read(subject)) {
        const key = `${sourceId(alert.source)} ${alert.fingerprint}`;
        const known = alerts.get(key) ?? alert;
        const meant = [...(known.entityRefs ?? []), entityRef];
        alerts.set(key, { ...known, entityRefs: meant });
      }
    }
    return mostUrgentAlertFirst([...alerts.values()]);
  }

  /**
   * Refs of others that have an entity's name in another namespace, which some
   * of its alerts may mean as well: none of their labels says whose they are.
   */
  async namesakes(entityRef: string, alerts: AlertStatus[]): Promise<string[]> {
    if (alerts.length === 0) {
      return [];
    }
    const records = await this.#options.entities.listNamesakes(
      entityRef,
      kindsWithAlerts,
    );
    return records
      .filter(({ entity }) => {
        const other = AlertSubject.of(entity);
        return alerts.some(({ labels }) => other.mayBeMeantBy(labels));
      })
      .map(record => record.entityRef)
      .sort();
  }

  /**
   * The silences that cover all alerts of an entity now, the longest first, and
   * those that will, the next first.
   */
  async maintenance(entityRef: string): Promise<{
    maintenance: EntityMaintenance[];
    planned: EntityMaintenance[];
  }> {
    const { registry, clock } = this.#options;
    const subject = await this.#subject(entityRef);
    const sources = registry.alertSources().filter(each => each.readSilences);
    if (!subject || sources.length === 0) {
      return { maintenance: [], planned: [] };
    }
    const now = clock();
    const stored = await this.#silences(sources.map(({ source }) => source));
    const find = (covering: typeof maintenanceSilences) =>
      onceEach(
        sources.map(({ source, entityLabel }) => ({
          source,
          silences: covering(
            [...(stored.get(sourceId(source))?.values() ?? [])],
            subject.labels(entityLabel),
            now,
          ),
        })),
      );
    return {
      maintenance: find(maintenanceSilences).sort(
        (a, b) => Date.parse(b.endsAt) - Date.parse(a.endsAt),
      ),
      planned: find(plannedMaintenance).sort(
        (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
      ),
    };
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
    const subject = await this.#subject(entityRef);
    if (!subject) {
      return [];
    }
    const current = await this.current(entityRef);
    const found = await Promise.all(
      sources.map(source =>
        rules.listOfEntity(
          sourceId(source),
          subject.name,
          current
            .filter(alert => isReportedBy(alert, source))
            .map(alert => alert.name),
        ),
      ),
    );
    return found.flat().filter(({ labels }) => subject.mayBeMeantBy(labels));
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
      registry.alertSources().flatMap(each => {
        const reads = each.readSilences
          ? (['current', 'silences'] as const)
          : (['current'] as const);
        return reads.map(async read => {
          const task = await taskStatus.get(alertTaskName(read, each.source));
          const what = read === 'current' ? 'alerts' : 'silences';
          return {
            what: `${what} of ${sourceId(each.source)}`,
            intervalSeconds: alertReads[read].everySeconds,
            lastSuccessAt: task?.lastSuccessAt,
            lastError: task?.lastError?.message,
          };
        });
      }),
    );
    const status = sectionStatus(parts, clock());
    const wrong = misconfigured(registry);
    // What fails now is told first.
    return wrong && !status.problem ? { ...status, problem: wrong } : status;
  }

  /** Each source is asked once, however many subjects there are. */
  async #read(
    subjects: AlertSubject[],
  ): Promise<(subject: AlertSubject) => AlertStatus[]> {
    const { alerts, clock, registry } = this.#options;
    const sources = registry.alertSources();
    const names = subjects.map(({ name }) => name);
    const stored = await Promise.all(
      sources.map(async ({ source }) => ({
        source,
        byName: await alerts.listOfEntities(sourceId(source), names),
      })),
    );
    const silences = await this.#silences(
      stored.flatMap(({ source, byName }) =>
        [...byName.values()]
          .flat()
          .some(({ notification }) => notification?.silencedBy.length)
          ? [source]
          : [],
      ),
    );
    const now = clock();
    const replicaLabels = new Map(
      sources.map(each => [sourceId(each.source), each.replicaLabels]),
    );
    return subject =>
      mergeAlerts(
        stored.flatMap(({ source, byName }) =>
          (byName.get(entityValueOf(subject.name)) ?? [])
            .filter(({ labels }) => subject.mayBeMeantBy(labels))
            .map(alert => ({ source, alert })),
        ),
        {
          replicaLabels: source => replicaLabels.get(sourceId(source)) ?? [],
          silence: (source, id) => silences.get(sourceId(source))?.get(id),
          now,
        },
      );
  }

  async #subject(entityRef: string): Promise<AlertSubject | undefined> {
    if (!hasAlerts(entityRef)) {
      return undefined;
    }
    const { name } = parseEntityRef(entityRef);
    const record = await this.#options.entities.get(entityRef);
    return record
      ? AlertSubject.of(record.entity)
      : new AlertSubject({ name, selector: [] });
  }

  async #silences(
    sources: SourceRef[],
  ): Promise<Map<string, Map<string, Silence>>> {
    const ids = [...new Set(sources.map(sourceId))];
    return new Map(
      await Promise.all(
        ids.map(async (id): Promise<[string, Map<string, Silence>]> => {
          const silences = await this.#options.silences.list(id);
          return [id, new Map(silences.map(each => [each.id, each]))];
        }),
      ),
    );
  }
}

/** Of what cannot be read since somebody configured it wrongly, alerts are missing. */
function misconfigured(registry: SourceRegistry): Problem | undefined {
  const wrong = registry
    .misconfigured()
    .find(({ source }) => typesWithAlerts.includes(source.type));
  return (
    wrong && {
      code: 'source_misconfigured',
      severity: 'error',
      message: `"${sourceId(
        wrong.source,
      )}" is configured wrongly, so its alerts are not read; the start-up log and /sources say how`,
      params: { source: wrong.source.name },
    }
  );
}

function hasAlerts(entityRef: string): boolean {
  const { kind } = parseEntityRef(entityRef);
  return kindsWithAlerts.includes(kind.toLocaleLowerCase('en-US'));
}

/** Replicas hold the same silences: the first one's stays. Who does not hold it tells people. */
function onceEach(
  held: Array<{ source: SourceRef; silences: Silence[] }>,
): EntityMaintenance[] {
  const found = new Map<string, EntityMaintenance>();
  for (const { source, silences } of held) {
    for (const { id, matchers, ...silence } of silences) {
      const key = `${source.type} ${id}`;
      const elsewhere = held
        .filter(other => other.silences.every(each => each.id !== id))
        .map(other => other.source);
      found.set(
        key,
        found.get(key) ?? {
          source,
          ...(elsewhere.length > 0 && { elsewhere }),
          silenceId: id,
          ...silence,
        },
      );
    }
  }
  return [...found.values()];
}

function isReportedBy(alert: AlertStatus, source: SourceRef): boolean {
  return (alert.reportedBy ?? [alert.source]).some(
    each => sourceId(each) === sourceId(source),
  );
}
