import { SliGroupPlan } from '../SliGroupPlan';
import { concurrentBespoke } from './readEach';

/** The days a group still has to read, in order. */
export interface Backlog {
  plan: SliGroupPlan;
  days: string[];
}

/**
 * Reads a day of each group, then the next of each, until none is left or time
 * is over. A group whose day could not be read is out.
 *
 * @param read - false: the group cannot go on
 */
export async function readInTurns(
  backlog: readonly Backlog[],
  isOver: () => boolean,
  read: (plan: SliGroupPlan, day: string) => Promise<boolean>,
): Promise<void> {
  const work = async (queue: Backlog[]) => {
    for (let next = queue.shift(); next && !isOver(); next = queue.shift()) {
      const { plan, days } = next;
      const [day, ...later] = days;
      if (day !== undefined && (await read(plan, day))) {
        queue.push({ plan, days: later });
      }
    }
  };
  const isBespoke = ({ plan }: Backlog) => plan.group.bespoke;
  const bespoke = backlog.filter(isBespoke);
  const shared = backlog.filter(each => !isBespoke(each));
  await Promise.all([
    work(shared),
    // Together, so that the source can put what they ask into few requests.
    ...Array.from({ length: concurrentBespoke }, () => work(bespoke)),
  ]);
}
