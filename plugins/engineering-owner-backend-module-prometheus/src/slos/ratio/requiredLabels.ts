import { acceptsEmpty } from '../../promql/acceptsEmpty';
import { CompiledRatio } from '../compiled';

/**
 * Labels that must exist for the part to mean anything: those that its own
 * matchers need a value of. One that also matches series without the label,
 * such as `canary!="true"`, needs none, and one that the total has too is
 * proven by the total.
 */
export function requiredLabels({ total, part }: CompiledRatio): string[] {
  const ofTotal = new Set(
    total.matchers.map(matcher => JSON.stringify(matcher)),
  );
  const labels = part.matchers
    .filter(matcher => !acceptsEmpty(matcher))
    .filter(matcher => !ofTotal.has(JSON.stringify(matcher)))
    .map(({ label }) => label);
  return [...new Set(labels)];
}

/** Whether total and part are the same metric, with other matchers. */
export function sharesMetric({ total, part }: CompiledRatio): boolean {
  return total.metric === part.metric;
}
