import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { dueByTaskStatus } from '../ingest/due';
import { readSchedule } from '../ingest/readSchedule';
import { createEntitiesTask } from './createEntitiesTask';

/** Keeps the plugin's copy of the catalog fresh. */
export function createEntitiesDomain(context: DomainContext): Domain {
  const { auth, catalog, entities, config, configProblems } = context;
  const schedule = readSchedule({
    config,
    key: 'engineeringOwner.entities.schedule',
    fallback: { frequency: { seconds: 15 }, timeout: { seconds: 55 } },
    problems: configProblems,
  });
  return {
    tasks: [
      createEntitiesTask({
        auth,
        catalog,
        entities,
        due: dueByTaskStatus(context),
        everySeconds: schedule.configured ? 0 : 60,
        schedule,
      }),
    ],
  };
}
