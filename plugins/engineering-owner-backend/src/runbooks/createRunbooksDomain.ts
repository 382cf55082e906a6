import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { readLine } from '../entities/readLine';
import { readVisible } from '../entities/readVisible';
import { dueByTaskStatus } from '../ingest/due';
import { readSchedule } from '../ingest/readSchedule';
import { createRunbooksTask } from './createRunbooksTask';
import { DocumentStore } from './DocumentStore';
import { EntityAlerts } from './EntityAlerts';
import { getRunbooks, RunbooksOptions } from './getRunbooks';
import { readRunbookDefaults } from './readRunbookDefaults';

/** Runbooks: reads what entities and alerting rules name, and judges it. */
export function createRunbooksDomain(
  context: DomainContext,
  deps: { alerts: EntityAlerts; urlReader: UrlReaderService },
): Domain & { answers: RunbooksOptions } {
  const { catalog, config, configProblems, entities } = context;
  const schedule = readSchedule({
    config,
    key: 'engineeringOwner.runbooks.schedule',
    fallback: { frequency: { seconds: 15 }, timeout: { minutes: 5 } },
    problems: configProblems,
  });
  const answers: RunbooksOptions = {
    ...context,
    alerts: deps.alerts,
    defaults: readRunbookDefaults(config, configProblems),
    documents: new DocumentStore(context.knex),
    integrations: ScmIntegrations.fromConfig(config),
  };
  return {
    answers,
    tasks: [
      createRunbooksTask({
        ...context,
        ...answers,
        urlReader: deps.urlReader,
        due: dueByTaskStatus(context),
        everySeconds: schedule.configured ? 0 : 60,
        schedule,
      }),
    ],
    entityRoutes: [
      {
        method: 'get',
        path: '/runbooks',
        async answer(request) {
          const line = await readLine(entities, request);
          const visible = await readVisible(
            catalog,
            line.ancestors.map(({ entityRef }) => entityRef),
            { credentials: request.credentials, fields: [] },
          );
          return getRunbooks(answers, {
            line,
            mayRead: entityRef => visible.has(entityRef),
            withContent: true,
          });
        },
      },
    ],
  };
}
