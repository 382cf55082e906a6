import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { ReadProblems } from './ReadProblems';
import { onCallTaskName } from './taskNames';

/**
 * Reads which incidents are open. Those that were open and are not among them
 * any more are read again one by one, so that nothing stays open here that was
 * resolved there, whatever the change feed missed.
 */
export function createOpenIncidentsTask(
  options: OnCallTaskOptions,
): IngestTask {
  const { source, directory, incidents } = options;
  const id = sourceId(source.source);
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
      const open = await source.readOpenIncidents(
        { serviceIds },
        reading.options(signal),
      );
      await incidents.save(id, open);
      const stillOpen = new Set(open.map(incident => incident.id));
      const gone = (await incidents.listOpenIds(id)).filter(
        each => !stillOpen.has(each),
      );
      await incidents.save(
        id,
        await source.readIncidentsById(gone, reading.options(signal)),
      );
      return { problems: reading.problems };
    },
  };
}
