import { judgeSlo, SloJudgementFacts } from './judgeSlo';
import { burnWindows, SloQuery } from './model';
import { BurnRate, SloStatus } from './status';

/**
 * @public
 */
export interface SloFacts extends SloJudgementFacts {
  queries: SloQuery[];
}

/**
 * Everything a tab shows of one SLO, from what the store holds.
 *
 * @public
 */
export function assessSlo(facts: SloFacts): SloStatus {
  const { entityRef: _, window, ...described } = facts.definition;
  const judged = judgeSlo(facts);
  return {
    ...described,
    window: judged.window,
    now: judged.now,
    budget: judged.budget,
    burnRates: burnWindows
      .filter(({ seconds }) => seconds <= window.seconds)
      .map(
        ({ window: name }): BurnRate => ({
          window: name,
          ...judged.readingOf(name),
        }),
      ),
    alerts: judged.alerts,
    queries: facts.queries,
    ...judged.reading,
  };
}
