import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { ReadProblems } from './ReadProblems';
import { onCallTaskName } from './taskNames';

const MINUTE_MS = 60_000;
/** Read again each time, since entries may show up late. */
const OVERLAP_MS = 5 * MINUTE_MS;
/** After a long pause the feed is caught up in pieces, each kept when done. */
const LONGEST_STEP_MS = 6 * 60 * MINUTE_MS;

/**
 * Reads the account's change feed from where it was left: the entries of all
 * incident logs. Incidents with entries that are new are read again.
 */
export function createChangesTask(options: OnCallTaskOptions): IngestTask {
  const { source, clock, incidents, cursors } = options;
  const id = sourceId(source.source);
  return {
    name: onCallTaskName('changes', source.source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const reading = new ReadProblems();
      const now = clock();
      const cursor = await cursors.get(id, 'changes');
      let from = cursor ?? now;
      do {
        signal.throwIfAborted();
        const until = new Date(
          Math.min(now.getTime(), from.getTime() + LONGEST_STEP_MS),
        );
        const { events } = await source.readChanges(
          { since: new Date(from.getTime() - OVERLAP_MS), until },
          reading.options(signal),
        );
        const added = await incidents.withoutKnownEvents(id, events);
        const changed = [...new Set(added.map(event => event.incidentId))];
        // The entries last: until they are stored, a run that was cut off
        // finds them again and reads the incidents.
        await incidents.save(
          id,
          await source.readIncidentsById(changed, reading.options(signal)),
        );
        await incidents.saveEvents(id, added);
        await cursors.setFirst(id, 'history_end', from);
        await cursors.set(id, 'changes', until);
        from = until;
      } while (from < now);
      return {
        problems: reading.problems,
        // History ends where the feed begins, so it waited for that.
        wake: cursor ? [] : [onCallTaskName('history', source.source)],
      };
    },
  };
}
