import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { SliSource } from '@engineering-owner/backstage-plugin-node';
import { Duration } from 'luxon';
import pLimit from 'p-limit';
import { Clock } from '../ingest/clock';
import { describeFailure } from '../ingest/describeFailure';
import { IngestTask } from '../ingest/IngestTask';
import { sourceId } from '../sources/sourceId';
import { DefinitionStore } from './DefinitionStore';
import { CycleResult, GroupReader, ReadTurn } from './GroupReader';
import { describeDefinitions, SliGroupPlan } from './SliGroupPlan';

/** Groups read at the same time; the source bounds its requests itself. */
const concurrentGroups = 2;

/**
 * Groups of single entities read at the same time: the source puts what is
 * asked at once into few requests.
 */
const concurrentBespoke = 40;

/**
 * The part of a task's time in which it takes on work: 35 seconds of 45. A query
 * that was begun then is most likely answered before the task is cut off, and
 * what was read is judged.
 */
const workingShare = 35 / 45;

/** Name of the task that reads a source's SLIs. */
export function readTaskName(source: SliSource): string {
  return `slos.read:${sourceId(source.source)}`;
}

/** What became of a group's turn. */
interface GroupOutcome {
  members: number;
  /** Absent when the group could not be read at all. */
  result?: CycleResult;
  failures: Problem[];
  problems: Problem[];
}

/** Reads what is due of all groups of one source. */
export function createReadTask(options: {
  source: SliSource;
  plans: () => Promise<SliGroupPlan[]>;
  schedule: SchedulerServiceTaskScheduleDefinition;
  clock: Clock;
  definitions: DefinitionStore;
  reader: GroupReader;
  /** Called when a group's readings changed. */
  judge: (plan: SliGroupPlan) => Promise<void>;
  /** Tasks that read the history of a group which was opened. */
  wake: string[];
}): IngestTask {
  const { source, plans, schedule, definitions, reader, judge, wake } = options;
  const { clock } = options;
  const workingMs = workingShare * toMilliseconds(schedule.timeout);

  async function refresh(
    plan: SliGroupPlan,
    turn: ReadTurn,
  ): Promise<GroupOutcome> {
    const outcome: GroupOutcome = { members: 0, failures: [], problems: [] };
    if (turn.isOver()) {
      return outcome;
    }
    try {
      const values = await definitions.listValuesOfGroup(plan.group.id);
      outcome.members = values.length;
      const result = await reader.refresh(plan, values, turn);
      outcome.failures.push(...toProblems(plan, result));
      outcome.problems.push(...result.problems);
      outcome.result = result;
      if (result.read.length || result.failed.length) {
        await judge(plan);
      }
    } catch (error) {
      outcome.failures.push(notRefreshed(plan, error));
    }
    return outcome;
  }

  return {
    name: readTaskName(source),
    source: source.source,
    schedule,
    async run(signal) {
      const shared = pLimit(concurrentGroups);
      const bespoke = pLimit(concurrentBespoke);
      const startedAt = clock().getTime();
      const turn = {
        signal,
        isOver: () =>
          signal.aborted || clock().getTime() - startedAt >= workingMs,
      };
      // None of them rejects: what is under way would go on when the task's
      // claim is given up, beside the replica that takes it next.
      const outcomes = await Promise.all(
        (
          await reader.inTurn(await plans())
        ).map(plan =>
          (plan.group.bespoke ? bespoke : shared)(() => refresh(plan, turn)),
        ),
      );
      signal.throwIfAborted();
      const failures = outcomes.flatMap(each => each.failures);
      if (!failures.length && outcomes.every(each => each.members === 0)) {
        return 'skipped';
      }
      const nothingRead = outcomes.every(({ result }) => !result?.read.length);
      if (failures.length && nothingRead) {
        throw new Error(failures[0].message);
      }
      return {
        problems: [
          ...failures,
          ...outcomes.flatMap(({ problems }) => problems),
        ],
        wake: outcomes.some(({ result }) => result?.opened) ? wake : [],
      };
    },
  };
}

function toMilliseconds(
  duration: SchedulerServiceTaskScheduleDefinition['timeout'],
): number {
  return Duration.isDuration(duration)
    ? duration.toMillis()
    : Duration.fromObject(duration).toMillis();
}

/** Of a group whose readings or verdicts could not be kept. */
function notRefreshed(plan: SliGroupPlan, error: unknown): Problem {
  const definedBy = describeDefinitions(plan);
  return {
    code: 'sli_refresh_failed',
    severity: 'error',
    message: `The SLI of ${definedBy} could not be brought up to date: ${describeFailure(
      error,
    )}`,
    params: { definedBy },
  };
}

/** One problem for each group and message, naming the windows it concerns. */
function toProblems(plan: SliGroupPlan, { failed }: CycleResult): Problem[] {
  const messages = new Map<string, string[]>();
  for (const { window, message } of failed) {
    messages.set(message, [...(messages.get(message) ?? []), window]);
  }
  const definedBy = describeDefinitions(plan);
  return [...messages].map(([message, windows]) => ({
    code: 'sli_read_failed',
    severity: 'error',
    message: `The SLI of ${definedBy} could not be read over ${windows.join(
      ', ',
    )}: ${message}`,
    params: { definedBy, windows: windows.join(', ') },
  }));
}
