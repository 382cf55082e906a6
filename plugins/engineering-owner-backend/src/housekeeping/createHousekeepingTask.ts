import { Clock } from '../ingest/clock';
import { IngestTask } from '../ingest/IngestTask';
import { sourceId } from '../sources/sourceId';
import { SourceRegistry } from '../sources/SourceRegistry';
import { AbandonedStore, groupTables, sourceTables } from './AbandonedStore';

const DAY = 86_400_000;

/**
 * A definition that was taken out by mistake, or is on a branch for a while,
 * finds its history again; so does an instance whose entry was wrong.
 */
export const graceDays = 30;

/** As long as the ledger itself goes back. */
export const sightingDays = 460;

/** Name of the task that removes what belongs to nothing any more. */
export const housekeepingTaskName = 'housekeeping';

/** Once a day, removes rows whose definition or source has been gone for long. */
export function createHousekeepingTask(options: {
  clock: Clock;
  registry: SourceRegistry;
  abandoned: AbandonedStore;
}): IngestTask {
  const { clock, registry, abandoned } = options;
  return {
    name: housekeepingTaskName,
    schedule: {
      frequency: { hours: 24 },
      timeout: { minutes: 30 },
      initialDelay: { minutes: 10 },
    },
    async run(signal) {
      const now = clock();
      const before = new Date(now.getTime() - graceDays * DAY);
      const defined = await abandoned.listDefinedGroups();
      await abandoned.note(groupTables, id => defined.has(id), now);
      await abandoned.note(sourceTables, isConfigured(registry), now);
      for (const tables of [groupTables, sourceTables]) {
        signal.throwIfAborted();
        await abandoned.remove(tables, before);
      }
      await abandoned.removeSightings(
        new Date(now.getTime() - sightingDays * DAY),
      );
    },
  };
}

/**
 * A wrong entry does not tell for sure whose it is, so while there is one all
 * sources of its type count as configured.
 */
function isConfigured(registry: SourceRegistry): (id: string) => boolean {
  const ids = new Set(registry.all().map(sourceId));
  const wrongTypes = registry.misconfigured().map(({ source }) => source.type);
  return id =>
    ids.has(id) || wrongTypes.some(type => id.startsWith(`${type}:`));
}
