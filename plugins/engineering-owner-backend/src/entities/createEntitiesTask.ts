import {
  AuthService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from '../ingest/clock';
import { IngestTask } from '../ingest/IngestTask';
import { runUntilFilled } from '../ingest/runUntilFilled';
import { EntityStore } from './EntityStore';
import { findAncestors } from './findAncestors';
import { entityFields, peopleFields, reduceEntity } from './reduceEntity';

/** Name of the task, for those who ask how old the entities are. */
export const entitiesTaskName = 'entities';

const streams = [
  {
    kinds: ['Component', 'API', 'Resource', 'System', 'Domain'],
    fields: entityFields,
  },
  { kinds: ['User', 'Group'], fields: peopleFields },
];

/**
 * Copies what the suite reads of the catalog into the database, a few pages a
 * run, so that no page view and no other task has to ask the catalog for it.
 */
export function createEntitiesTask(options: {
  auth: AuthService;
  catalog: CatalogService;
  entities: EntityStore;
  clock: Clock;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Once there is something, read it this often. */
  everySeconds: number;
}): IngestTask {
  const { auth, catalog, clock, entities, schedule, everySeconds } = options;
  return {
    name: entitiesTaskName,
    schedule,
    run: runUntilFilled({
      clock,
      everySeconds,
      async run(signal) {
        const credentials = await auth.getOwnServiceCredentials();
        const read = new Map<string, Entity>();
        for (const { kinds, fields } of streams) {
          const pages = catalog.streamEntities(
            { filter: { kind: kinds }, fields, pageSize: 500 },
            { credentials },
          );
          for await (const page of pages) {
            signal.throwIfAborted();
            for (const entity of page) {
              read.set(stringifyEntityRef(entity), reduceEntity(entity));
            }
          }
        }
        await entities.replaceAll(
          [...read].map(([entityRef, entity]) => ({
            entityRef,
            entity,
            ancestors: findAncestors(entity, read),
          })),
        );
        return { count: read.size };
      },
    }),
  };
}
