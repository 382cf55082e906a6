import { Problem } from '@engineering-owner/backstage-plugin-common';
import { parseSelector, Selector } from '../promql/selector';
import { definitionProblem } from './problems';

/** A selector of a definition, or what is wrong with it and where. */
export function compileSelector(
  text: string,
  place: string,
): { ok: true; selector: Selector } | { ok: false; problem: Problem } {
  const parsed = parseSelector(text);
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
