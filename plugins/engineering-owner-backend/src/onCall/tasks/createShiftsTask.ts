import { coverageDays } from '@engineering-owner/backstage-plugin-common';
import { IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { ReadProblems } from './ReadProblems';
import { secondsBetweenShifts } from './secondsBetweenShifts';
import { onCallTaskName } from './taskNames';

const DAY_MS = 86_400_000;

/**
 * Reads who is on call now and in the coming four weeks, at every level of the
 * policies that services use. One that is used no more calls nobody any more.
 */
export function createShiftsTask(options: OnCallTaskOptions): IngestTask {
  const { source, clock, due, directory, shifts } = options;
  const id = sourceId(source.source);
  const name = onCallTaskName('shifts', source.source);
  let lastRead = 0;
  return {
    name,
    source: source.source,
    schedule: { frequency: { seconds: 60 }, timeout: { minutes: 2 } },
    async run(signal) {
      const policyIds = await directory.listPolicyIdsInUse(id);
      await shifts.endOthers(id, policyIds);
      const isDue =
        (await due(name, secondsBetweenShifts(lastRead))) ||
        (await shifts.isUnread(id, policyIds));
      if (policyIds.length === 0 || !isDue) {
        return 'skipped';
      }
      const reading = new ReadProblems();
      const at = clock();
      const until = new Date(at.getTime() + coverageDays * DAY_MS);
      const read = await source.readShifts(
        { policyIds, from: at, to: until },
        reading.options(signal),
      );
      signal.throwIfAborted();
      lastRead = read.length;
      await shifts.save(id, { policyIds, at, until, shifts: read });
      return { problems: reading.problems };
    },
  };
}
