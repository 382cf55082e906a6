import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ANNOTATION_BACKSTAGE_RUNBOOK_URL,
  ANNOTATION_RUNBOOKS,
  coverRunbooks,
  parseRoles,
  Problem,
  RunbookDefaults,
  runbookForAlert,
  RunbooksResponse,
  worstRunbooksFirst,
} from '@engineering-owner/backstage-plugin-common';
import { EntityLine } from '../entities/readLine';
import { Clock } from '../ingest/clock';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { resolveRoles } from '../ownership/resolveRoles';
import { runbookLocation } from './alertRunbook';
import { runbooksTaskName } from './createRunbooksTask';
import {
  describeRunbook,
  describeUnresolved,
  noAlert,
} from './describeRunbook';
import { DocumentStore, StoredDocument } from './DocumentStore';
import { EntityAlerts } from './EntityAlerts';
import { findRunbooks } from './findRunbooks';
import { ownersOf } from './ownersOf';
import { runbookId } from './runbookId';

/** What `getRunbooks` needs. */
export interface RunbooksOptions {
  alerts: EntityAlerts;
  clock: Clock;
  defaults: RunbookDefaults;
  documents: DocumentStore;
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  taskStatus: TaskStatusStore;
}

/**
 * The runbooks of an entity the caller may read: its own, those of the
 * ancestors the caller may read too, and those its alerting rules name.
 */
export async function getRunbooks(
  options: RunbooksOptions,
  about: {
    line: EntityLine;
    mayRead: (entityRef: string) => boolean;
    withContent: boolean;
  },
): Promise<RunbooksResponse> {
  const { alerts, documents } = options;
  const { line } = about;
  const visible = [
    line.entity,
    ...line.ancestors
      .filter(({ entityRef }) => about.mayRead(entityRef))
      .map(({ entity }) => entity),
  ];
  const [rules, current, section, status] = await Promise.all([
    alerts.rules(line.entityRef),
    alerts.current(line.entityRef),
    alerts.section(),
    options.taskStatus.get(runbooksTaskName),
  ]);
  const ruled = (rules ?? []).map(({ name, annotations }) => ({
    name,
    runbookUrl: annotations.runbook_url,
  }));
  const { runbooks, unresolved } = findRunbooks(
    visible,
    [...ruled, ...current],
    options.integrations,
  );
  const stored = await documents.getMany(
    runbooks.map(({ location }) => runbookId(location)),
    about,
  );
  const asOf = oldestCheck(stored) ?? status?.lastSuccessAt;

  const measure = {
    owners: ownersOf(line, resolveRoles(line)),
    defaults: options.defaults,
    today: options.clock().toISOString().slice(0, 10),
  };
  const covering = runbooks.map(runbook => {
    const document = stored.get(runbookId(runbook.location));
    const described = describeRunbook(runbook, document, measure);
    return {
      ...described,
      location: runbook.location,
      readable: document?.outcome === 'read',
    };
  });
  const coverage = coverRunbooks(ruled.map(withLocation), covering);
  return {
    entityRef: line.entityRef,
    ...(asOf && { asOf }),
    runbooks: worstRunbooksFirst([
      ...unresolved.map(reference => describeUnresolved(reference, measure)),
      ...covering.map(({ location, readable, ...runbook }) =>
        readable &&
        rules?.length &&
        coverage.runbooksWithoutAlert.includes(runbook.id)
          ? { ...runbook, problems: [...runbook.problems, noAlert] }
          : runbook,
      ),
    ]),
    firing: current.map(alert => {
      const runbook = runbookForAlert(withLocation(alert), covering);
      return { ...alert, ...(runbook && { runbookId: runbook.id }) };
    }),
    alertsWithoutRunbook: coverage.alertsWithoutRunbook,
    sections: { alerts: section },
    problems: visible.flatMap(declaredProblems),
  };
}

function withLocation(alert: { name: string; runbookUrl?: string }) {
  return { name: alert.name, location: runbookLocation(alert.runbookUrl) };
}

const runbookPlaces: readonly string[] = [
  ANNOTATION_RUNBOOKS,
  ANNOTATION_BACKSTAGE_RUNBOOK_URL,
  'metadata.links',
];

/** What is wrong with the places an entity names as runbooks. */
function declaredProblems(entity: Entity): Problem[] {
  return parseRoles(entity).problems.filter(
    ({ params }) =>
      'annotation' in params && runbookPlaces.includes(params.annotation),
  );
}

/** An answer is as old as its oldest part. */
function oldestCheck(
  documents: ReadonlyMap<string, StoredDocument>,
): string | undefined {
  return [...documents.values()]
    .map(({ checkedAt }) => checkedAt)
    .sort()
    .at(0);
}
