import {
  HandoverBudget,
  OnCallPeriod,
  spentShare,
} from '@engineering-owner/backstage-plugin-common';
import { EntityRequest } from '../router/EntityRoute';
import { AssessedSlo, assessSlos, SloAnswerOptions } from './getSlos';

/** What was spent of the error budgets of an entity in a period, and what is left. */
export async function readSpentBudgets(
  request: Pick<EntityRequest, 'entity' | 'credentials'>,
  period: OnCallPeriod,
  options: SloAnswerOptions,
): Promise<HandoverBudget[]> {
  const { assessed } = await assessSlos(request, options);
  return Promise.all(assessed.map(each => readSpent(each, period, options)));
}

async function readSpent(
  { member, status: slo }: AssessedSlo,
  period: OnCallPeriod,
  { slos }: SloAnswerOptions,
): Promise<HandoverBudget> {
  const named = { slo: slo.title ?? slo.name };
  if (!('budget' in slo) || !slo.budget.known) {
    return named;
  }
  const { remainingRatio, badEventsAllowed } = slo.budget;
  const stretch = { from: new Date(period.from), to: new Date(period.to) };
  const hours = await slos.readHours(member, stretch, { scaled: true });
  const spentRatio = spentShare(hours, stretch, badEventsAllowed);
  return {
    ...named,
    remainingRatio,
    ...(spentRatio !== undefined && { spentRatio }),
  };
}
