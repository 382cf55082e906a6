import { IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { ReadProblems } from './ReadProblems';
import { onCallReads, onCallTaskName } from './taskNames';

const DAY_MS = 86_400_000;

/**
 * Reads services, escalation policies and responders, and forgets incidents
 * and shifts that are past their time.
 */
export function createDirectoryTask(
  options: OnCallTaskOptions & { keepDays: number },
): IngestTask {
  const { source, clock, due, directory, incidents, shifts, keepDays } =
    options;
  const id = sourceId(source.source);
  const name = onCallTaskName('directory', source.source);
  return {
    name,
    source: source.source,
    schedule: { frequency: { seconds: 60 }, timeout: { minutes: 2 } },
    async run(signal) {
      if (!(await due(name, onCallReads.directory.everySeconds))) {
        return 'skipped';
      }
      const reading = new ReadProblems();
      const read = await source.readDirectory(reading.options(signal));
      signal.throwIfAborted();
      const { changed } = await directory.replace(id, read);
      const before = new Date(clock().getTime() - keepDays * DAY_MS);
      await incidents.prune(id, before);
      await shifts.prune(id, before);
      // They read what the directory names, so they may have waited for it.
      const waiting = (['incidents', 'shifts', 'history'] as const).map(each =>
        onCallTaskName(each, source.source),
      );
      return { problems: reading.problems, wake: changed ? waiting : [] };
    },
  };
}
