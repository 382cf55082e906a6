import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { incidentsAtOnce, readByIds } from './readByIds';
import { ReadProblems } from './ReadProblems';
import { StepLength } from './StepLength';
import { onCallTaskName } from './taskNames';

/**
 * Reads which incidents are open. Those that were open and are not among them
 * any more are read again one by one, so that nothing stays open here that was
 * resolved there, whatever the change feed missed. Those that do not exist any
 * more, or may not be seen any more, are forgotten.
 */
export function createOpenIncidentsTask(
  options: OnCallTaskOptions,
): IngestTask {
  const { source, clock, directory, incidents, onCallSignals } = options;
  const id = sourceId(source.source);
  const portion = new StepLength({ longest: incidentsAtOnce, shortest: 1 });
  return {
    name: onCallTaskName('incidents', source.source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const serviceIds = await directory.listServiceIds(id);
      if (serviceIds.length === 0) {
        return 'skipped';
      }
      const reading = new ReadProblems();
      const openAt = clock();
      const open = await source.readOpenIncidents(
        { serviceIds },
        reading.options(signal),
      );
      onCallSignals.changed(
        source.source,
        await incidents.save(id, open, openAt),
      );
      const stillOpen = new Set(open.map(incident => incident.id));
      const gone = (await incidents.listOpenIds(id)).filter(
        each => !stillOpen.has(each),
      );
      while (gone.length > 0) {
        signal.throwIfAborted();
        const chunk = gone.splice(0, portion.length);
        const readAt = clock();
        const { incidents: read, failed } = await portion.take(signal, () =>
          readByIds(source, chunk, reading, signal),
        );
        const changed = await incidents.save(id, read, readAt);
        const found = new Set(read.map(incident => incident.id));
        const forgotten = await incidents.forget(
          id,
          chunk.filter(each => !found.has(each) && !failed.has(each)),
        );
        onCallSignals.changed(source.source, [...changed, ...forgotten]);
        if (chunk.length > 1 && failed.size === chunk.length) {
          // More than single incidents is amiss: do not hammer the account.
          break;
        }
      }
      return { problems: reading.problems };
    },
  };
}
