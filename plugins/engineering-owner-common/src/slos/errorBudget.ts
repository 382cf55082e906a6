import { budgetExhaustion } from './budgetExhaustion';
import { budgetRatio, measure } from './burnRate';
import { LedgerHour } from './ledgerHour';
import { EventCounts } from './model';
import { CalendarPeriod, periodExhaustion } from './periodExhaustion';
import { isMeasured, Reading } from './reading';
import { ErrorBudget } from './status';

/**
 * @public
 */
export interface BudgetTerms {
  /** Fraction. */
  objective: number;
  windowSeconds: number;
  /** Of a calendar window: when its period ends, and what the last one held. */
  period?: CalendarPeriod;
  /** The pace to go on with, see {@link presentBurnRate}. */
  burnRate?: number;
  /** The window's hours, to know what expires when. */
  hours?: readonly LedgerHour[];
}

/**
 * What counts spend of a budget that is a share of their total, or of
 * `expectedTotal` where that is more.
 *
 * @public
 */
export function spentBudget(
  counts: EventCounts & { expectedTotal?: number },
  objective: number,
): Omit<Extract<ErrorBudget, { known: true }>, 'known' | 'exhaustion'> {
  const { bad } = counts;
  const total = Math.max(counts.total, counts.expectedTotal ?? 0);
  const { burnRate: consumedRatio } = measure({ bad, total }, objective);
  const badEventsAllowed = budgetRatio(objective) * total;
  return {
    consumedRatio,
    remainingRatio: 1 - consumedRatio,
    ...(total > counts.total && { expectedTotal: total }),
    badEventsAllowed,
    badEventsLeft: badEventsAllowed - bad,
  };
}

/**
 * What the budget still allows, from the reading of the SLO's own window.
 * Remaining = 1 - e(W) / b, kept when negative; of a calendar window bad events
 * are divided by b x max(total so far, last period's total). Not known unless
 * that window was measured; of a stale one, what was left then stays known.
 *
 * @public
 */
export function assessBudget(
  reading: Reading,
  terms: BudgetTerms,
): ErrorBudget {
  if (reading.state === 'stale' && reading.lastKnown) {
    const { remainingRatio } = spentBudget(reading.lastKnown, terms.objective);
    return { known: false, lastRemainingRatio: remainingRatio };
  }
  if (!isMeasured(reading)) {
    return { known: false };
  }
  const counts = { bad: reading.bad, total: reading.total };
  const { period, objective, windowSeconds } = terms;
  const spent = spentBudget(
    { ...counts, expectedTotal: period?.lastTotal },
    objective,
  );
  const partial = reading.state === 'partial';
  return {
    known: true,
    ...spent,
    exhaustion: period
      ? periodExhaustion({
          counts,
          objective,
          burnRate: terms.burnRate,
          now: new Date(reading.asOf),
          partial,
          period,
        })
      : budgetExhaustion({
          consumedRatio: spent.consumedRatio,
          burnRate: terms.burnRate,
          objective,
          windowSeconds,
          now: new Date(reading.asOf),
          partial,
          ...(terms.hours && { window: { counts, hours: terms.hours } }),
        }),
  };
}
