import { acceptsEmpty } from '../../promql/acceptsEmpty';
import { Matcher } from '../../promql/selector';
import { CompiledRatio } from '../compiled';

/**
 * Labels that must exist for the part to mean anything: those that its own
 * matchers need a value of. One that the total has too is proven by the total.
 */
export function requiredLabels(compiled: CompiledRatio): string[] {
  const labels = ownMatchers(compiled)
    .filter(matcher => acceptsEmpty(matcher) !== true)
    .map(({ label }) => label);
  return [...new Set(labels)];
}

/**
 * Labels of matchers that match series without the label too, such as
 * `canary!="true"` or `code!~"5.."`. Not every series has to have them, but one
 * that no series of the whole group has is a mistake: then everything matches,
 * and good events would be 100 % for ever.
 */
export function toleratedLabels(compiled: CompiledRatio): string[] {
  const own = ownMatchers(compiled);
  const needed = new Set(
    own
      .filter(matcher => acceptsEmpty(matcher) === false)
      .map(({ label }) => label),
  );
  const labels = own.map(({ label }) => label);
  return [...new Set(labels)].filter(label => !needed.has(label));
}

function ownMatchers({ total, part }: CompiledRatio): Matcher[] {
  const ofTotal = new Set(
    total.matchers.map(matcher => JSON.stringify(matcher)),
  );
  return part.matchers.filter(matcher => !ofTotal.has(JSON.stringify(matcher)));
}

/** Whether total and part are the same metric, with other matchers. */
export function sharesMetric({ total, part }: CompiledRatio): boolean {
  return total.metric === part.metric;
}
