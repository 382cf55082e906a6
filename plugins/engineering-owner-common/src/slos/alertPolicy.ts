import { burnWindows } from './model';

/**
 * The alert policies that come with the suite.
 *
 * @public
 */
export type AlertPolicyName = 'google' | 'seed';

/**
 * The windows that a pair may have: those that are read for every SLO.
 *
 * @public
 */
export type BurnWindowName = (typeof burnWindows)[number]['window'];

/**
 * One pair of an alert policy. Its limit is either a burn rate, the same for
 * all SLOs, or the share of the budget that may be spent in the long window
 * before it fires, from which the burn rate follows for each SLO's window.
 *
 * @public
 */
export type AlertPolicyPair = {
  severity: 'page' | 'ticket';
  longWindow: BurnWindowName;
  shortWindow: BurnWindowName;
} & (
  | {
      /** Burn rate, at least 1. */
      factor: number;
    }
  | {
      /** Fraction of the budget, above 0 and at most 1. */
      budgetShare: number;
    }
);

/**
 * An alert policy that an admin defined.
 *
 * @public
 */
export interface AlertPolicy {
  name: string;
  pairs: readonly AlertPolicyPair[];
  /** Bad events in the long window below which a pair is held; 10 by default. */
  minimumBadEvents?: number;
}
