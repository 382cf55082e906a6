import { SourceRef } from '../onCall/model';
import { alertStatus } from './alertStatus';
import { Alert, AlertStatus } from './model';
import { KnownSilences, suppressionOf } from './suppression';

/**
 * What one source says of one alert.
 *
 * @public
 */
export interface AlertReport {
  source: SourceRef;
  alert: Alert;
}

/**
 * Alerts as pages show them, each once. Alerts are the same when their names
 * and labels are, without those that tell replicas apart:
 *
 * - within one source, since those are what its replicas sent;
 * - between sources when one of them tells people (Alertmanager): it was told by
 *   the other, or by the same replicas. Two that only evaluate rules (Prometheus)
 *   may see different things under equal labels and stay apart.
 *
 * The earliest start wins. It fires as long as one of them says so: who evaluates
 * it and finds it pending again does not know that people are still told. Nobody
 * is told only when all that tell people say so.
 *
 * @param options - `replicaLabels` are those of a source: its own alerts are
 *   compared without them, and others' with its own, since it was told by them
 *
 * @public
 */
export function mergeAlerts(
  reports: readonly AlertReport[],
  options: {
    replicaLabels: (source: SourceRef) => readonly string[];
  } & KnownSilences,
): AlertStatus[] {
  const own = reports.map(report =>
    withoutReplicas(report, options.replicaLabels(report.source)),
  );
  const told = toldBySource(own);
  const asTold = (report: AlertReport): AlertReport =>
    told
      .map(({ source, identities }) => {
        const same = withoutReplicas(report, options.replicaLabels(source));
        return identities.has(identityOf(same.alert)) ? same : undefined;
      })
      .find(same => same !== undefined) ?? report;
  const alike = groupBy(
    own.map(report => (report.alert.notification ? report : asTold(report))),
    ({ alert }) => identityOf(alert),
  );
  return alike
    .flatMap(group =>
      group.some(({ alert }) => alert.notification)
        ? [group]
        : groupBy(group, ({ source }) => keyOf(source)),
    )
    .map(group => mergeGroup(group, options));
}

function mergeGroup(group: AlertReport[], known: KnownSilences): AlertStatus {
  const inOrder = [...group].sort(
    (a, b) =>
      Date.parse(a.alert.activeAt) - Date.parse(b.alert.activeAt) ||
      compare(keyOf(a.source), keyOf(b.source)) ||
      compare(a.alert.fingerprint, b.alert.fingerprint),
  );
  const evaluated = inOrder.filter(({ alert }) => !alert.notification);
  const first =
    [...evaluated, ...inOrder].find(({ alert }) => alert.state === 'firing') ??
    inOrder[0];
  const annotations = Object.assign(
    {},
    ...[...inOrder, first].map(({ alert }) => alert.annotations),
  );
  const sources = new Map(inOrder.map(({ source }) => [keyOf(source), source]));
  const suppression = suppressionOf(
    inOrder.flatMap(({ source, alert }) =>
      alert.notification ? { source, ...alert.notification } : [],
    ),
    known,
  );
  return {
    ...alertStatus({ ...first.alert, annotations }, first.source),
    since: inOrder[0].alert.activeAt,
    ...(first.alert.value !== undefined && { value: first.alert.value }),
    ...(suppression && { suppression }),
    ...(sources.size > 1 && { reportedBy: [...sources.values()] }),
  };
}

function withoutReplicas(
  { source, alert }: AlertReport,
  replicaLabels: readonly string[],
): AlertReport {
  const labels = Object.fromEntries(
    Object.entries(alert.labels).filter(
      ([name]) => !replicaLabels.includes(name),
    ),
  );
  return { source, alert: { ...alert, labels } };
}

/** Of each source that tells people, which alerts it has. */
function toldBySource(
  reports: AlertReport[],
): Array<{ source: SourceRef; identities: Set<string> }> {
  const telling = reports.filter(({ alert }) => alert.notification);
  return groupBy(telling, ({ source }) => keyOf(source)).map(group => ({
    source: group[0].source,
    identities: new Set(group.map(({ alert }) => identityOf(alert))),
  }));
}

function identityOf({ name, labels }: Alert): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => compare(a, b));
  return JSON.stringify([name, sorted]);
}

function keyOf({ type, name }: SourceRef): string {
  return JSON.stringify([type, name]);
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** In the order of each group's first. */
function groupBy<T>(items: T[], keyOfItem: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return [...groups.values()];
}
