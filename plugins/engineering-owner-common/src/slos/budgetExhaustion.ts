import { budgetRatio } from './burnRate';
import { soundCounts } from './eventCounts';
import { LedgerHour } from './ledgerHour';
import { EventCounts } from './model';
import { BudgetExhaustion } from './status';

/**
 * @public
 */
export interface ExhaustionTerms {
  /** Share of the budget spent by the window that ends now. */
  consumedRatio: number;
  /** The present pace; absent when it is not known. */
  burnRate?: number;
  /** Fraction. */
  objective: number;
  windowSeconds: number;
  /** End of the window. */
  now: Date;
  /** The window could not be read whole. */
  partial: boolean;
  /** Events of the whole window, and its hours: what expires, and when. */
  window?: { counts: EventCounts; hours: readonly LedgerHour[] };
}

/**
 * When a rolling window's budget is gone if the present pace goes on: the
 * first t at which consumed + burn x (t - now) / W - what has left the window
 * by then reaches 1. At a burn rate of 1 or less, never. When the window is
 * partial or its hours are not known, nothing can be said about what expires:
 * remaining x W / burn, an estimate.
 *
 * @public
 */
export function budgetExhaustion(terms: ExhaustionTerms): BudgetExhaustion {
  const { consumedRatio, burnRate, windowSeconds } = terms;
  if (!Number.isFinite(consumedRatio)) {
    return { kind: 'unknown' };
  }
  if (consumedRatio >= 1) {
    return { kind: 'exhausted' };
  }
  if (burnRate === undefined || !Number.isFinite(burnRate)) {
    return { kind: 'unknown' };
  }
  if (burnRate <= 1) {
    return { kind: 'never' };
  }
  const straight = ((1 - consumedRatio) * windowSeconds) / burnRate;
  if (terms.partial || !terms.window || terms.window.hours.length === 0) {
    return { kind: 'in', seconds: straight, estimate: true };
  }
  const expiries = expirySteps(terms, terms.window);
  let expired = 0;
  for (const { after, share } of expiries) {
    const needed = ((1 - consumedRatio + expired) * windowSeconds) / burnRate;
    if (needed <= after) {
      return { kind: 'in', seconds: needed, estimate: false };
    }
    expired += share;
  }
  const needed = ((1 - consumedRatio + expired) * windowSeconds) / burnRate;
  // Past the end of the window only the present pace is left, which is above 1.
  return {
    kind: 'in',
    seconds: Math.min(needed, windowSeconds),
    estimate: false,
  };
}

/** What leaves the window, oldest first: seconds from now, share of the budget. */
function expirySteps(
  terms: ExhaustionTerms,
  window: { counts: EventCounts; hours: readonly LedgerHour[] },
): Array<{ after: number; share: number }> {
  const start = terms.now.getTime() - terms.windowSeconds * 1000;
  const total = soundCounts(window.counts)?.total ?? 0;
  return window.hours
    .flatMap(hour => {
      const to = hour.to.getTime();
      const from = hour.from.getTime();
      const inside = (to - Math.max(from, start)) / (to - from);
      const bad = soundCounts(hour.counts ?? undefined)?.bad ?? 0;
      if (!(inside > 0) || !(total > 0) || bad === 0) {
        return [];
      }
      const errorRatio = Math.min(1, bad / total) * Math.min(1, inside);
      return [
        {
          after: (to - start) / 1000,
          share: errorRatio / budgetRatio(terms.objective),
        },
      ];
    })
    .sort((a, b) => a.after - b.after);
}
