import {
  AuthService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Due } from '../ingest/due';
import { IngestTask } from '../ingest/IngestTask';
import { EntityStore } from './EntityStore';
import { findAncestors } from './findAncestors';
import {
  documentFields,
  entityFields,
  peopleFields,
  reduceEntity,
} from './reduceEntity';

/** Name of the task, for those who ask how old the entities are. */
export const entitiesTaskName = 'entities';

const streams = [
  {
    kinds: ['Component', 'API', 'Resource', 'System', 'Domain'],
    fields: entityFields,
  },
  { kinds: ['User', 'Group'], fields: peopleFields },
  { kinds: ['SLO', 'SLI', 'DataSource'], fields: documentFields },
];

/**
 * Copies what the suite reads of the catalog into the database, a few pages a
 * run, so that no page view and no other task has to ask the catalog for it.
 */
export function createEntitiesTask(options: {
  auth: AuthService;
  catalog: CatalogService;
  entities: EntityStore;
  due: Due;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Once there is something, read it this often. */
  everySeconds: number;
}): IngestTask {
  const { auth, catalog, due, entities, schedule, everySeconds } = options;
  return {
    name: entitiesTaskName,
    schedule,
    async run(signal) {
      if (!(await due(entitiesTaskName, everySeconds))) {
        return 'skipped';
      }
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
      // A catalog that starts anew is empty for a while: what was copied stays,
      // also where a catalog is emptied for good. Tried again at the next turn.
      if (read.size === 0) {
        return 'skipped';
      }
      await entities.replaceAll(
        [...read].map(([entityRef, entity]) => ({
          entityRef,
          entity,
          ancestors: findAncestors(entity, read),
        })),
      );
      return {};
    },
  };
}
