import { budgetExhaustion } from './budgetExhaustion';
import { budgetRatio } from './burnRate';
import { LedgerHour } from './ledgerHour';
import { isMeasured, Reading } from './reading';
import { ErrorBudget } from './status';

/**
 * @public
 */
export interface BudgetTerms {
  /** Fraction. */
  objective: number;
  windowSeconds: number;
  /** The pace to go on with, see {@link presentBurnRate}. */
  burnRate?: number;
  /** The window's hours, to know what expires when. */
  hours?: readonly LedgerHour[];
}

/**
 * What the budget still allows, from the reading of the SLO's own window.
 * Remaining = 1 - e(W) / b, kept when negative. Not known unless that window
 * was measured.
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
  const consumedRatio = reading.burnRate;
  const badEventsAllowed = budgetRatio(terms.objective) * reading.total;
  return {
    known: true,
    consumedRatio,
    remainingRatio: 1 - consumedRatio,
    badEventsAllowed,
    badEventsLeft: badEventsAllowed - reading.bad,
    exhaustion: budgetExhaustion({
      consumedRatio,
      burnRate: terms.burnRate,
      objective: terms.objective,
      windowSeconds: terms.windowSeconds,
      now: new Date(reading.asOf),
      partial: reading.state === 'partial',
      ...(terms.hours && {
        window: {
          counts: { bad: reading.bad, total: reading.total },
          hours: terms.hours,
        },
      }),
    }),
  };
}
