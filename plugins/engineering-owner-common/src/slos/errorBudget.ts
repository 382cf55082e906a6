import { budgetExhaustion } from './budgetExhaustion';
import { budgetRatio, measure } from './burnRate';
import { LedgerHour } from './ledgerHour';
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
 * What the budget still allows, from the reading of the SLO's own window.
 * Remaining = 1 - e(W) / b, kept when negative; of a calendar window bad events
 * are divided by b x max(total so far, last period's total). Not known unless
 * that window was measured.
 *
 * @public
 */
export function assessBudget(
  reading: Reading,
  terms: BudgetTerms,
): ErrorBudget {
  if (!isMeasured(reading)) {
    return { known: false };
  }
  const counts = { bad: reading.bad, total: reading.total };
  const { period, objective, windowSeconds } = terms;
  const total = Math.max(counts.total, period?.lastTotal ?? 0);
  const { burnRate: consumedRatio } = measure({ ...counts, total }, objective);
  const badEventsAllowed = budgetRatio(objective) * total;
  const partial = reading.state === 'partial';
  return {
    known: true,
    consumedRatio,
    remainingRatio: 1 - consumedRatio,
    ...(total > counts.total && { expectedTotal: total }),
    badEventsAllowed,
    badEventsLeft: badEventsAllowed - reading.bad,
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
          consumedRatio,
          burnRate: terms.burnRate,
          objective,
          windowSeconds,
          now: new Date(reading.asOf),
          partial,
          ...(terms.hours && { window: { counts, hours: terms.hours } }),
        }),
  };
}
