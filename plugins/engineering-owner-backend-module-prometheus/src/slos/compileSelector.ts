import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Matcher, narrowed, parseSelector, Selector } from '../promql/selector';
import { definitionProblem } from './problems';

/**
 * A selector of a definition, narrowed by further matchers, or what is wrong
 * with it and where.
 */
export function compileSelector(
  text: string,
  place: string,
  matchers: readonly Matcher[] = [],
): { ok: true; selector: Selector } | { ok: false; problem: Problem } {
  const written = parseSelector(text);
  const parsed = written.ok
    ? parseSelector(narrowed(written.selector, matchers))
    : written;
  if (parsed.ok) {
    return parsed;
  }
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const character = parsed.position + 1;
  return {
    ok: false,
    problem: definitionProblem(
      place,
      `${JSON.stringify(
        shown,
      )} is no PromQL selector at character ${character}: ${parsed.reason}`,
      { position: character },
    ),
  };
}
