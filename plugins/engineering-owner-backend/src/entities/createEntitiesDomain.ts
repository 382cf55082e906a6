import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { readSchedule } from '../ingest/readSchedule';
import { createEntitiesTask } from './createEntitiesTask';

/** Keeps the plugin's copy of the catalog fresh. */
export function createEntitiesDomain(context: DomainContext): Domain {
  const { auth, catalog, entities, config, configProblems } = context;
  return {
    tasks: [
      createEntitiesTask({
        auth,
        catalog,
        entities,
        schedule: readSchedule({
          config,
          key: 'engineeringOwner.entities.schedule',
          fallback: { frequency: { seconds: 60 }, timeout: { seconds: 55 } },
          problems: configProblems,
        }),
      }),
    ],
  };
}
