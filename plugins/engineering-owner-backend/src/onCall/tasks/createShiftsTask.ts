import { coverageDays } from '@engineering-owner/backstage-plugin-common';
import { turnToleranceMs } from '../../ingest/due';
import { IngestTask } from '../../ingest/IngestTask';
import { isOlderThan } from '../../ingest/isOlderThan';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { policiesAtOnce } from './policiesAtOnce';
import { ReadProblems } from './ReadProblems';
import { secondsBetweenShifts } from './secondsBetweenShifts';
import { StepLength } from './StepLength';
import { onCallTaskName } from './taskNames';

const DAY_MS = 86_400_000;
/** Below the task's timeout; the rest is read in the next minute. */
const LONGEST_RUN_MS = 90_000;

/**
 * Reads who is on call now and in the coming four weeks, at every level of the
 * policies that services use: some of them at a time, each kept when it is done,
 * those first that have waited longest. One that is used no more calls nobody any
 * more.
 */
export function createShiftsTask(options: OnCallTaskOptions): IngestTask {
  const { source, clock, directory, shifts } = options;
  const id = sourceId(source.source);
  const portion = new StepLength({ longest: policiesAtOnce, shortest: 1 });
  /** How many shifts each policy had when it was last read. */
  const counts = new Map<string, number>();

  /** Those never read, then those that are due, the oldest reading first. */
  async function listDue(policyIds: string[], now: Date): Promise<string[]> {
    const readAt = await shifts.listReadAt(id, policyIds);
    const every = secondsBetweenShifts(
      policyIds.reduce((sum, policy) => sum + (counts.get(policy) ?? 0), 0),
    );
    const due = policyIds.filter(policy => {
      const last = readAt.get(policy);
      return !last || isOlderThan(last, every * 1000 - turnToleranceMs, now);
    });
    const age = (policy: string) => readAt.get(policy)?.getTime() ?? 0;
    return due.sort((a, b) => age(a) - age(b));
  }

  return {
    name: onCallTaskName('shifts', source.source),
    source: source.source,
    schedule: { frequency: { seconds: 60 }, timeout: { minutes: 2 } },
    async run(signal) {
      const policyIds = await directory.listPolicyIdsInUse(id);
      await shifts.endOthers(id, policyIds);
      const startedAt = clock();
      const waiting = await listDue(policyIds, startedAt);
      if (waiting.length === 0) {
        return 'skipped';
      }
      const reading = new ReadProblems();
      while (
        waiting.length > 0 &&
        clock().getTime() - startedAt.getTime() < LONGEST_RUN_MS
      ) {
        signal.throwIfAborted();
        const some = waiting.slice(0, portion.length);
        const at = clock();
        const until = new Date(at.getTime() + coverageDays * DAY_MS);
        const found = await portion.take(signal, () =>
          source.readShifts(
            { policyIds: some, from: at, to: until },
            reading.options(signal),
          ),
        );
        signal.throwIfAborted();
        await shifts.save(id, { policyIds: some, at, until, shifts: found });
        some.forEach(policy => counts.set(policy, 0));
        for (const { policyId } of found) {
          counts.set(policyId, (counts.get(policyId) ?? 0) + 1);
        }
        waiting.splice(0, some.length);
      }
      return { problems: reading.problems };
    },
  };
}
