import type { BurnDownPoint } from './burnDownSeries';

/** Steps between ticks, as shares of the budget, of which the first that gives at most seven ticks is taken. */
const STEPS = [0.25, 0.5, 1, 2, 5, 10, 25, 50, 100];
const MAX_STEPS = 6;

function stepFor(lowest: number): number {
  return (
    STEPS.find(step => (1 - lowest) / step <= MAX_STEPS) ??
    Math.ceil((1 - lowest) / MAX_STEPS)
  );
}

/** The lower end of the axis: zero, or the first tick below an overspent budget. */
export function lowestTick(points: BurnDownPoint[]): number {
  const lowest = Math.min(0, ...points.map(({ left }) => left ?? 0));
  const step = stepFor(lowest);
  return lowest === 0 ? 0 : Math.floor(lowest / step) * step;
}

/** Round shares from the full budget down to the lower end; zero is one of them. */
export function budgetTicks(lowest: number): number[] {
  const step = stepFor(lowest);
  const ticks = [1];
  for (let tick = step >= 1 ? 0 : 1 - step; tick >= lowest; tick -= step) {
    ticks.push(tick);
  }
  return ticks.reverse();
}
