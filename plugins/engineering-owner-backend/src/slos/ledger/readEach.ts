import { Problem } from '@engineering-owner/backstage-plugin-common';
import pLimit from 'p-limit';
import { describeFailure } from '../../ingest/describeFailure';
import { IngestOutcome } from '../../ingest/IngestTask';
import { describeDefinitions, SliGroupPlan } from '../SliGroupPlan';

/** Groups of single entities at the same time, as they are read. */
export const concurrentBespoke = 40;

/**
 * Does something for each group; one that fails does not keep the others from
 * their turn. Groups of single entities go together, so that the source can put
 * what they ask into few requests. Throws only when all failed.
 */
export async function readEach(
  plans: SliGroupPlan[],
  signal: AbortSignal,
  read: (plan: SliGroupPlan) => Promise<void>,
): Promise<IngestOutcome> {
  const problems = await failuresOfEach(plans, signal, read);
  signal.throwIfAborted();
  if (problems.length && problems.length === plans.length) {
    throw new Error(problems[0].message);
  }
  return { problems };
}

/** The same, but never throws: tells what failed. */
export async function failuresOfEach(
  plans: SliGroupPlan[],
  signal: AbortSignal,
  read: (plan: SliGroupPlan) => Promise<void>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const shared = pLimit(1);
  const bespoke = pLimit(concurrentBespoke);
  const readOne = async (plan: SliGroupPlan) => {
    if (signal.aborted) {
      return;
    }
    try {
      await read(plan);
    } catch (error) {
      const definedBy = describeDefinitions(plan);
      problems.push({
        code: 'ledger_read_failed',
        severity: 'error',
        message: `The history of ${definedBy} could not be read: ${describeFailure(
          error,
        )}`,
        params: { definedBy },
      });
    }
  };
  await Promise.all(
    plans.map(plan =>
      (plan.group.bespoke ? bespoke : shared)(() => readOne(plan)),
    ),
  );
  return problems;
}
