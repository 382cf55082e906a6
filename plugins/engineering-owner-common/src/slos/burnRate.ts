import { EventCounts } from './model';
import { MeasuredFigures } from './reading';

/**
 * An objective of 1 leaves nothing to spend, and definitions refuse it. Should
 * one get this far, its budget is this share, so that nothing divides by zero.
 */
const smallestBudget = 1e-9;

/**
 * The share of events that may be bad: 1 - objective. Rounded to 12 digits,
 * because `1 - 0.999` is 0.0010000000000000009 in floating point.
 *
 * @public
 */
export function budgetRatio(objective: number): number {
  if (!Number.isFinite(objective)) {
    return smallestBudget;
  }
  const budget = Math.round((1 - objective) * 1e12) / 1e12;
  return Math.min(1, Math.max(smallestBudget, budget));
}

/**
 * Error ratio and burn rate of counts with a total above 0. A burn rate of 1
 * spends exactly the budget over the SLO's window.
 *
 * @public
 */
export function measure(
  counts: EventCounts,
  objective: number,
): MeasuredFigures {
  const errorRatio = counts.total > 0 ? counts.bad / counts.total : 0;
  return {
    bad: counts.bad,
    total: counts.total,
    errorRatio,
    burnRate: errorRatio / budgetRatio(objective),
  };
}
