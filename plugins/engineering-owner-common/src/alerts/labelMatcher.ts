import { RE2JS } from 're2js';
import { LabelMatcher } from './model';

/** Longer ones are not a person's; matching takes time in their length. */
const longestPattern = 10_000;

/**
 * Whether labels satisfy a matcher, as Prometheus and Alertmanager decide it: a
 * label that is not there is empty, and a regular expression is RE2, which no
 * text keeps busy, and has to match the whole value. One that is not understood
 * is satisfied by nothing, not even when negated.
 *
 * @param letters - `any_case`: for values that the catalog tells apart in lower
 *   case only
 * @public
 */
export function satisfies(
  labels: Readonly<Record<string, string>>,
  { name, value, isRegex, isEqual }: LabelMatcher,
  letters: 'exact' | 'any_case' = 'exact',
): boolean {
  const label = Object.hasOwn(labels, name) ? labels[name] : '';
  const anyCase = letters === 'any_case';
  const matches = isRegex
    ? matchesPattern(value, label, anyCase ? RE2JS.CASE_INSENSITIVE : 0)
    : folded(label, anyCase) === folded(value, anyCase);
  return matches === undefined ? false : matches === isEqual;
}

function folded(text: string, anyCase: boolean): string {
  return anyCase ? text.toLocaleLowerCase('en-US') : text;
}

function matchesPattern(
  pattern: string,
  text: string,
  flags: number,
): boolean | undefined {
  if (pattern.length > longestPattern) {
    return undefined;
  }
  try {
    return RE2JS.compile(pattern, flags).testExact(text);
  } catch {
    return undefined;
  }
}
