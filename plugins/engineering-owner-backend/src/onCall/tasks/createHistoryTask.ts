import { Incident } from '@engineering-owner/backstage-plugin-common';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { inChunks } from '../../store/inChunks';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { incidentsAtOnce, readByIds } from './readByIds';
import { ReadProblems } from './ReadProblems';
import { StepLength } from './StepLength';
import { onCallTaskName } from './taskNames';

const DAY_MS = 86_400_000;
/** Well below the task's timeout; the rest waits for the next turn. */
const LONGEST_RUN_MS = 30_000;

/** How far back incidents are read when an account is new, in days. */
export const historyDays = 90;

/**
 * Fills in the incidents from before the change feed began, newest first and
 * day by day, in shorter steps where a day is too much for one run, each kept
 * when it is done. An incident is read after all of
 * its log, since the days after its creation came before. Those that were created
 * before all of these days and resolved in them are read last, by their logs.
 */
export function createHistoryTask(options: OnCallTaskOptions): IngestTask {
  const { source, clock, directory, incidents, cursors } = options;
  const id = sourceId(source.source);
  const step = new StepLength(DAY_MS);
  return {
    name: onCallTaskName('history', source.source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const end = await cursors.get(id, 'history_end');
      const serviceIds = await directory.listServiceIds(id);
      if (!end || serviceIds.length === 0) {
        return 'skipped';
      }
      const goal = new Date(end.getTime() - historyDays * DAY_MS);
      let until = (await cursors.get(id, 'history_start')) ?? end;
      if (until <= goal) {
        return 'skipped';
      }
      const reading = new ReadProblems();
      const startedAt = clock().getTime();
      do {
        signal.throwIfAborted();
        const since = new Date(
          Math.max(goal.getTime(), until.getTime() - step.milliseconds),
        );
        const stretch = { since, until };
        await step.take(signal, async () => {
          const { events } = await source.readChanges(
            stretch,
            reading.options(signal),
          );
          await incidents.saveEvents(id, events);
          const readAt = clock();
          const created: Incident[] = [];
          const pages = source.readIncidents(
            { serviceIds, ...stretch },
            reading.options(signal),
          );
          for await (const page of pages) {
            created.push(...page);
          }
          await incidents.save(id, created, readAt);
        });
        if (since <= goal) {
          const older = await incidents.listIdsOfLogsAlone(id);
          for (const ids of inChunks(older, incidentsAtOnce)) {
            signal.throwIfAborted();
            const readAt = clock();
            const read = await readByIds(source, ids, reading, signal);
            await incidents.save(id, read.incidents, readAt);
          }
        }
        await cursors.set(id, 'history_start', since);
        until = since;
      } while (until > goal && clock().getTime() - startedAt < LONGEST_RUN_MS);
      const done = end.getTime() - until.getTime();
      return {
        problems: reading.problems,
        progress: done / (historyDays * DAY_MS),
      };
    },
  };
}
