import {
  type ErrorBudget,
  type SloStatus,
  spentBudget,
} from '@engineering-owner/backstage-plugin-common';

/**
 * The budget that can be shown. `old`: it is from before the source fell
 * silent, and is shown greyed.
 */
export type ShownBudget =
  | {
      known: true;
      old: boolean;
      budget: Extract<ErrorBudget, { known: true }>;
    }
  | { known: false };

export function shownBudget(slo: SloStatus): ShownBudget {
  if (slo.budget.known) {
    return { known: true, old: false, budget: slo.budget };
  }
  if (slo.state !== 'stale' || !slo.lastKnown) {
    return { known: false };
  }
  const spent = spentBudget(slo.lastKnown, slo.objective);
  return {
    known: true,
    old: true,
    budget: {
      known: true,
      ...spent,
      exhaustion: { kind: spent.consumedRatio >= 1 ? 'exhausted' : 'unknown' },
    },
  };
}
