import { acceptsEmpty } from '../../promql/acceptsEmpty';
import { Matcher } from '../../promql/selector';
import { CompiledRatio } from '../compiled';

/**
 * Labels that must exist for the part to mean anything: those that its own
 * matchers need a value of. One that the total has too is proven by the total.
 *
 * Of good events of the total's metric every label is needed: `code!~"5.."`
 * matches all series of a service without `code`, which would be 100 % good for
 * ever.
 */
export function requiredLabels(compiled: CompiledRatio): string[] {
  const labels = ownMatchers(compiled)
    .filter(
      matcher => isGoodOfTotal(compiled) || acceptsEmpty(matcher) !== true,
    )
    .map(({ label }) => label);
  return [...new Set(labels)];
}

/**
 * Labels of other matchers that match series without the label too, such as
 * `canary!="true"`. Not every series has to have them, but one that no series
 * of the whole group has is a mistake: then everything matches.
 */
export function toleratedLabels(compiled: CompiledRatio): string[] {
  if (isGoodOfTotal(compiled)) {
    return [];
  }
  const own = ownMatchers(compiled);
  const needed = new Set(
    own
      .filter(matcher => acceptsEmpty(matcher) === false)
      .map(({ label }) => label),
  );
  const labels = own.map(({ label }) => label);
  return [...new Set(labels)].filter(label => !needed.has(label));
}

/** Good events counted on the total's own metric: its labels are known per entity. */
function isGoodOfTotal(compiled: CompiledRatio): boolean {
  return compiled.partIs === 'good' && sharesMetric(compiled);
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
