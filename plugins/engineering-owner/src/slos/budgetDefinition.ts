import {
  type ErrorBudget,
  indicatorUnit,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { formatCount } from '../figures';
import type { T } from '../translation';

/** What is defined: the share left, the events left, or the share over time. */
type Figure = 'budgetLeft' | 'badLeft' | 'burnDown';

/**
 * How a figure of the budget is reckoned. A calendar window that holds less
 * than the last one did is divided by what that held, and says so.
 */
export function budgetDefinition(
  t: T,
  figure: Figure,
  { indicator }: Pick<SloStatus, 'indicator'>,
  budget: ErrorBudget,
): string {
  const unit = indicatorUnit(indicator);
  if (budget.known && budget.expectedTotal !== undefined) {
    const expected = formatCount(budget.expectedTotal);
    return t(`slos.explain.${figure}Expected_${unit}`, { expected });
  }
  return figure === 'badLeft'
    ? t(`slos.explain.badLeft_${unit}`)
    : t(`slos.explain.${figure}`);
}
