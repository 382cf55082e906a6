import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Matcher, parseSelector } from '../promql/selector';
import { definitionProblem } from './problems';

/** Longer texts are not matchers a person wrote. */
const longestMatchers = 1000;

/** Stands before the matchers, so that what is around them is a selector. */
const before = 'x{';

/**
 * Label matchers as an entity asks for them, such as `namespace="shop"`, and
 * nothing else: they come from a stranger and go into every query.
 */
export function compileMatchers(
  text: string,
  place: string,
): { ok: true; matchers: Matcher[] } | { ok: false; problem: Problem } {
  const refuse = (reason: string, at: number) => ({
    ok: false as const,
    problem: definitionProblem(
      place,
      `${JSON.stringify(
        text.slice(0, 200),
      )} is not understood at character ${at}: ${reason}; write label matchers, for example namespace="shop"`,
      { position: at },
    ),
  });
  if (text.length > longestMatchers) {
    return refuse(
      `it is ${text.length} characters long, at most ${longestMatchers} are read`,
      1,
    );
  }
  const parsed = parseSelector(`${before}${text}}`);
  if (!parsed.ok) {
    const at = Math.min(parsed.position - before.length, text.length);
    return refuse(parsed.reason, Math.max(0, at) + 1);
  }
  const { selector } = parsed;
  if (selector.namesMetric || selector.text !== `${before}${text}}`) {
    return refuse('it names a metric', 1);
  }
  if (selector.matchers.length === 0) {
    return refuse('it has no matcher', 1);
  }
  return { ok: true, matchers: selector.matchers };
}
