import { JsonValue } from '@backstage/types';
import { EventCounts } from '@engineering-owner/backstage-plugin-common';
import { SliSource, Stretch } from '@engineering-owner/backstage-plugin-node';
import { HOUR } from '../ledger/LedgerDay';
import { SliGroupPlan } from '../SliGroupPlan';

/** What is longer is taken from the ledger, but for its edges. */
const longestRead = 12 * HOUR;

/** Hours of the ledger in a stretch; null where one was not read. */
export type ReadHours = (
  stretch: Stretch,
) => Promise<Array<EventCounts | null>>;

/**
 * Events of one entity in a stretch of whole minutes. It is read in one step:
 * minute by minute nothing would be counted where a service is scraped once a
 * minute, since growth takes two samples. Of a stretch that is longer than half
 * a day only the edges are read, up to whole hours, and the ledger has those
 * between. Undefined when no series was there.
 */
export async function readShare(
  stretch: Stretch,
  options: {
    plan: SliGroupPlan;
    readSteps: NonNullable<SliSource['readEntitySteps']>;
    inspection: JsonValue;
    entityValue: string;
    readHours: ReadHours;
    signal: AbortSignal;
  },
): Promise<EventCounts | undefined> {
  const { plan, readSteps, inspection, entityValue, signal } = options;
  const readWhole = async (part: Stretch) => {
    const steps = await readSteps(
      plan.group,
      inspection,
      entityValue,
      {
        ...part,
        stepSeconds: (part.to.getTime() - part.from.getTime()) / 1000,
      },
      { signal },
    );
    return steps.flatMap(({ reading }) =>
      reading?.kind === 'counts' ? [reading] : [],
    );
  };
  const { edges, hours } = cut(stretch);
  const counts: EventCounts[] = [];
  for (const edge of edges) {
    counts.push(...(await readWhole(edge)));
  }
  if (hours) {
    const inside = await options.readHours(hours);
    counts.push(...inside.flatMap(hour => hour ?? []));
  }
  return counts.length === 0
    ? undefined
    : counts.reduce<EventCounts>(
        (sum, { bad, total }) => ({
          bad: sum.bad + Math.min(bad, total),
          total: sum.total + total,
        }),
        { bad: 0, total: 0 },
      );
}

function cut({ from, to }: Stretch): { edges: Stretch[]; hours?: Stretch } {
  if (to.getTime() - from.getTime() <= longestRead) {
    return { edges: [{ from, to }] };
  }
  const hours = {
    from: new Date(Math.ceil(from.getTime() / HOUR) * HOUR),
    to: new Date(Math.floor(to.getTime() / HOUR) * HOUR),
  };
  return {
    hours,
    edges: [
      { from, to: hours.from },
      { from: hours.to, to },
    ].filter(edge => edge.from < edge.to),
  };
}
