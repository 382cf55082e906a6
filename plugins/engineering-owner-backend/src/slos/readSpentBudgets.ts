import {
  HandoverBudget,
  OnCallPeriod,
  SloStatus,
  spentShare,
} from '@engineering-owner/backstage-plugin-common';
import { EntityRequest } from '../router/EntityRoute';
import { getSlos, SloAnswerOptions } from './getSlos';
import { SloMember } from './matchTemplate';

/** What was spent of the error budgets of an entity in a period, and what is left. */
export async function readSpentBudgets(
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'>,
  period: OnCallPeriod,
  options: SloAnswerOptions,
): Promise<HandoverBudget[]> {
  const { entity, credentials } = request;
  const [{ slos }, { members }] = await Promise.all([
    getSlos(request, options),
    options.slos.listOf(entity, credentials),
  ]);
  return Promise.all(
    slos.map(slo =>
      readSpent(
        slo,
        members.find(({ name }) => name === slo.name),
        period,
        options,
      ),
    ),
  );
}

async function readSpent(
  slo: SloStatus,
  member: SloMember | undefined,
  period: OnCallPeriod,
  { slos }: SloAnswerOptions,
): Promise<HandoverBudget> {
  const named = { slo: slo.title ?? slo.name };
  if (!('budget' in slo) || !slo.budget.known || !member) {
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
