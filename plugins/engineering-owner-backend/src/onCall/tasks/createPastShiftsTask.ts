import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { KnownPast } from '../store/ShiftStore';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { policiesAtOnce } from './policiesAtOnce';
import { ReadProblems } from './ReadProblems';
import { StepLength } from './StepLength';
import { onCallTaskName } from './taskNames';

const DAY_MS = 86_400_000;
/** Longer ones have more than the 10,000 rows that PagerDuty gives. */
const SLICE_MS = 30 * DAY_MS;
/** Well below the task's timeout; the rest waits for the next turn. */
const LONGEST_RUN_MS = 30_000;

/** How far back shifts are read when a policy is new, in days. */
export const pastShiftDays = 90;

/**
 * Fills in who was on call before a policy was first read, once for each, newest
 * first, in slices and of some policies at a time, each kept when it is done. An
 * on-call system renders today's rules into the past, so what is read is marked as
 * reconstructed.
 */
export function createPastShiftsTask(options: OnCallTaskOptions): IngestTask {
  const { source, clock, directory, shifts } = options;
  const id = sourceId(source.source);
  const portion = new StepLength({ longest: policiesAtOnce, shortest: 1 });
  return {
    name: onCallTaskName('pastShifts', source.source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const policyIds = await directory.listPolicyIdsInUse(id);
      const reading = new ReadProblems();
      const startedAt = clock().getTime();
      for (let slices = 0; ; slices++) {
        const all = await shifts.listKnownPast(id, policyIds);
        const past = nextSlice(all).slice(0, portion.length);
        if (past.length === 0 && slices === 0) {
          return 'skipped';
        }
        if (
          past.length === 0 ||
          clock().getTime() - startedAt >= LONGEST_RUN_MS
        ) {
          return { problems: reading.problems, progress: progressOf(all) };
        }
        signal.throwIfAborted();
        const to = past[0].knownFrom;
        const from = new Date(
          Math.max(goalOf(past[0]), to.getTime() - SLICE_MS),
        );
        const read = await portion.take(signal, () =>
          source.readShifts(
            { policyIds: past.map(({ policyId }) => policyId), from, to },
            reading.options(signal),
          ),
        );
        signal.throwIfAborted();
        await shifts.saveReconstructed(id, { past, from, to, shifts: read });
      }
    },
  };
}

function goalOf({ firstReadAt }: KnownPast): number {
  return firstReadAt.getTime() - pastShiftDays * DAY_MS;
}

/** Those policies that are read back to the same moment, the latest of all. */
function nextSlice(all: KnownPast[]): KnownPast[] {
  const unfinished = all.filter(
    each => each.knownFrom.getTime() > goalOf(each),
  );
  const latest = Math.max(
    ...unfinished.map(({ knownFrom }) => knownFrom.getTime()),
  );
  const [first] = unfinished.filter(
    ({ knownFrom }) => knownFrom.getTime() === latest,
  );
  return unfinished.filter(
    each =>
      each.knownFrom.getTime() === latest && goalOf(each) === goalOf(first),
  );
}

function progressOf(all: KnownPast[]): number {
  const days = all.map(
    ({ firstReadAt, knownFrom }) =>
      (firstReadAt.getTime() - knownFrom.getTime()) / DAY_MS,
  );
  return days.length === 0
    ? 1
    : days.reduce((sum, each) => sum + each, 0) / (days.length * pastShiftDays);
}
