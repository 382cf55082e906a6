import { soundCounts } from './eventCounts';
import { LedgerHour } from './ledgerHour';
import { SloHistoryPoint } from './status';

/**
 * A burn-down by the hour, told at finer steps: within each hour the budget
 * falls where the steps have their bad events, and at its end it is what the
 * hour says, so that both charts agree. What the hour has beyond the steps lies
 * where they do not reach. Steps outside the hours have no budget to show.
 *
 * @param hours - as `burnDown` returns them
 * @param steps - oldest first, without overlap
 * @public
 */
export function refineBurnDown(
  hours: readonly SloHistoryPoint[],
  steps: readonly LedgerHour[],
): SloHistoryPoint[] {
  return refine(
    hours,
    steps.map(({ from, to, counts }) => ({
      from,
      to,
      counts: soundCounts(counts ?? undefined) ?? null,
    })),
  );
}

function refine(
  hours: readonly SloHistoryPoint[],
  steps: readonly LedgerHour[],
): SloHistoryPoint[] {
  const points: SloHistoryPoint[] = [];
  let next = 0;
  for (const [i, hour] of hours.entries()) {
    const begin = Date.parse(hour.from);
    const end = Date.parse(hour.to);
    while (next < steps.length && steps[next].to.getTime() <= begin) {
      points.push(toPoint(steps[next++], null));
    }
    const first = next;
    while (next < steps.length && steps[next].to.getTime() <= end) {
      next++;
    }
    const before = hours[i - 1]?.remainingRatio ?? 1;
    points.push(...within(hour, before, steps.slice(first, next)));
  }
  points.push(...steps.slice(next).map(step => toPoint(step, null)));
  return points;
}

/** @param before - budget left when the hour began */
function within(
  hour: SloHistoryPoint,
  before: number,
  steps: readonly LedgerHour[],
): SloHistoryPoint[] {
  const { remainingRatio } = hour;
  if (remainingRatio === null) {
    return steps.map(step => toPoint(step, null));
  }
  const spentAt = spending(hour, steps);
  return steps.map(step =>
    toPoint(step, before - (before - remainingRatio) * spentAt(step)),
  );
}

/** The share of an hour's bad events that had happened by the end of a step. */
function spending(
  hour: SloHistoryPoint,
  steps: readonly LedgerHour[],
): (step: LedgerHour) => number {
  const begin = Date.parse(hour.from);
  const end = Date.parse(hour.to);
  const byTime = (step: LedgerHour) =>
    (step.to.getTime() - begin) / (end - begin);
  const known = steps.reduce((sum, step) => sum + badOf(step), 0);
  const elsewhere = Math.max(0, (hour.counts?.bad ?? 0) - known);
  const uncovered = {
    before: Math.max(0, (steps[0]?.from.getTime() ?? end) - begin),
    after: Math.max(0, end - (steps.at(-1)?.to.getTime() ?? end)),
  };
  const outside = uncovered.before + uncovered.after;
  const all = known + (outside > 0 ? elsewhere : 0);
  if (all === 0) {
    return byTime;
  }
  const ahead = outside > 0 ? (elsewhere * uncovered.before) / outside : 0;
  const spent = new Map<LedgerHour, number>();
  let sum = ahead;
  for (const step of steps) {
    sum += badOf(step);
    spent.set(step, sum / all);
  }
  return step => spent.get(step) ?? byTime(step);
}

function badOf({ counts }: LedgerHour): number {
  return counts?.bad ?? 0;
}

function toPoint(
  { from, to, counts }: LedgerHour,
  remainingRatio: number | null,
): SloHistoryPoint {
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    counts,
    remainingRatio,
  };
}
