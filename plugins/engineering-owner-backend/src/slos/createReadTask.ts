import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { SliSource } from '@engineering-owner/backstage-plugin-node';
import pLimit from 'p-limit';
import { IngestTask } from '../ingest/IngestTask';
import { sourceId } from '../sources/sourceId';
import { DefinitionStore } from './DefinitionStore';
import { CycleResult, GroupReader } from './GroupReader';
import { describeDefinitions, SliGroupPlan } from './SliGroupPlan';

/** Groups read at the same time; the source bounds its requests itself. */
const concurrentGroups = 2;

/**
 * Groups of single entities read at the same time: the source puts what is
 * asked at once into few requests.
 */
const concurrentBespoke = 40;

/** Name of the task that reads a source's SLIs. */
export function readTaskName(source: SliSource): string {
  return `slos.read:${sourceId(source.source)}`;
}

/** Reads what is due of all groups of one source. */
export function createReadTask(options: {
  source: SliSource;
  plans: () => Promise<SliGroupPlan[]>;
  schedule: SchedulerServiceTaskScheduleDefinition;
  definitions: DefinitionStore;
  reader: GroupReader;
  /** Called when a group's readings changed. */
  judge: (plan: SliGroupPlan) => Promise<void>;
  /** Tasks that read the history of a group which was opened. */
  wake: string[];
}): IngestTask {
  const { source, plans, schedule, definitions, reader, judge, wake } = options;

  async function refresh(plan: SliGroupPlan, signal: AbortSignal) {
    signal.throwIfAborted();
    const values = await definitions.listValuesOfGroup(plan.group.id);
    const result = await reader.refresh(plan, values, signal);
    if (result.read.length || result.failed.length) {
      await judge(plan);
    }
    return { plan, result, members: values.length };
  }

  return {
    name: readTaskName(source),
    source: source.source,
    schedule,
    async run(signal) {
      const shared = pLimit(concurrentGroups);
      const bespoke = pLimit(concurrentBespoke);
      const outcomes = await Promise.all(
        (
          await plans()
        ).map(plan =>
          (plan.group.bespoke ? bespoke : shared)(() => refresh(plan, signal)),
        ),
      );
      if (outcomes.every(({ members }) => members === 0)) {
        return 'skipped';
      }
      const failures = outcomes.flatMap(({ plan, result }) =>
        toProblems(plan, result),
      );
      const nothingRead = outcomes.every(({ result }) => !result.read.length);
      if (failures.length && nothingRead) {
        throw new Error(failures[0].message);
      }
      return {
        problems: [
          ...failures,
          ...outcomes.flatMap(({ result }) => result.problems),
        ],
        wake: outcomes.some(({ result }) => result.opened) ? wake : [],
      };
    },
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
