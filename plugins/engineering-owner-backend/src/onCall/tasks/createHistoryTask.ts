import { Incident } from '@engineering-owner/backstage-plugin-common';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { Patience } from './Patience';
import { incidentsAtOnce, readByIds } from './readByIds';
import { ReadProblems } from './ReadProblems';
import { StepLength } from './StepLength';
import { onCallTaskName } from './taskNames';

const DAY_MS = 86_400_000;
const SHORTEST_STEP_MS = 60_000;
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
  const step = new StepLength({ longest: DAY_MS, shortest: SHORTEST_STEP_MS });
  const portion = new StepLength({ longest: incidentsAtOnce, shortest: 1 });
  const patience = new Patience();

  /** @returns whether all were read, or are not worth waiting for */
  async function readOlder(reading: ReadProblems, signal: AbortSignal) {
    const older = await incidents.listIdsOfLogsAlone(id);
    let isWhole = true;
    while (older.length > 0) {
      signal.throwIfAborted();
      const ids = older.splice(0, portion.length);
      const readAt = clock();
      const { incidents: read, failed } = await portion.take(signal, () =>
        readByIds(source, ids, reading, signal),
      );
      await incidents.save(id, read, readAt);
      const waiting = patience.waitFor({ asked: ids, failed }, clock());
      isWhole &&= waiting.size === 0;
      if (ids.length > 1 && waiting.size === ids.length) {
        // More than single incidents is amiss: do not hammer the account.
        return false;
      }
    }
    return isWhole;
  }

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
          Math.max(goal.getTime(), until.getTime() - step.length),
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
        if (since <= goal && !(await readOlder(reading, signal))) {
          break;
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
