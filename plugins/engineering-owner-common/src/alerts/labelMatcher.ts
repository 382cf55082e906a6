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
 * @public
 */
export function satisfies(
  labels: Readonly<Record<string, string>>,
  { name, value, isRegex, isEqual }: LabelMatcher,
): boolean {
  const label = Object.hasOwn(labels, name) ? labels[name] : '';
  const matches = isRegex ? matchesPattern(value, label) : label === value;
  return matches === undefined ? false : matches === isEqual;
}

function matchesPattern(pattern: string, text: string): boolean | undefined {
  if (pattern.length > longestPattern) {
    return undefined;
  }
  try {
    return RE2JS.compile(pattern).testExact(text);
  } catch {
    return undefined;
  }
}
