import { alignTime } from '@engineering-owner/backstage-plugin-common';
import { isOlderThan } from '../ingest/isOlderThan';
import { GroupInspection, GroupStore } from './GroupStore';
import { SliGroupPlan } from './SliGroupPlan';

/** Labels and histogram bounds change seldom. */
const inspectEverySeconds = 6 * 3600;
/** At least so long between two inspections, however many entities are new. */
export const inspectPauseSeconds = 300;

/** Whether a group has to be inspected before it is read. */
export function isInspectionDue(
  known: GroupInspection | undefined,
  now: Date,
): boolean {
  if (!known) {
    return true;
  }
  const seconds = known.again ? inspectPauseSeconds : inspectEverySeconds;
  return isOlderThan(known.inspectedAt, seconds * 1000, now);
}

/** Asks the source and keeps the answer. */
export async function inspectGroup(
  plan: SliGroupPlan,
  options: {
    groups: GroupStore;
    known: GroupInspection | undefined;
    now: Date;
    signal: AbortSignal;
  },
): Promise<GroupInspection> {
  const { groups, known, now, signal } = options;
  // To the minute, as reads are: what is asked at the same time shares requests.
  const at = alignTime(now, {
    intervalSeconds: 60,
    delaySeconds: plan.source.evaluationDelaySeconds,
  });
  const inspected = await plan.source.inspect(plan.group, {
    at,
    signal,
    ...(known && { previous: known.inspection }),
  });
  await groups.save(plan.group.id, { ...inspected, at: now });
  return { ...inspected, inspectedAt: now, again: false };
}
