import { Problem } from '@engineering-owner/backstage-plugin-common';
import { IngestOutcome } from '../../ingest/IngestTask';
import { SliGroupPlan } from '../SliGroupPlan';

/**
 * Does something for each group; one that fails does not keep the others from
 * their turn. Throws only when all failed.
 */
export async function readEach(
  plans: SliGroupPlan[],
  signal: AbortSignal,
  read: (plan: SliGroupPlan) => Promise<void>,
): Promise<IngestOutcome> {
  const problems: Problem[] = [];
  for (const plan of plans) {
    signal.throwIfAborted();
    try {
      await read(plan);
    } catch (error) {
      signal.throwIfAborted();
      const template = plan.templates.join(', ');
      problems.push({
        code: 'ledger_read_failed',
        severity: 'error',
        message: `The history of template ${template} could not be read: ${
          error instanceof Error ? error.message : error
        }`,
        params: { template },
      });
    }
  }
  if (problems.length && problems.length === plans.length) {
    throw new Error(problems[0].message);
  }
  return { problems };
}
