import { Matcher } from '../promql/selector';
import { quote } from '../promql/text';

/** Marks what a matcher lets through; it is not read. */
const markLabel = 'engineering_owner_only';

/**
 * The series of a vector that matchers let through, for a vector that somebody
 * wrote: where its labels come from is not known, so they are compared on its
 * answer. That makes the answer smaller, though not the work behind it.
 */
export function narrowAnswer(vector: string, only: readonly Matcher[]): string {
  return only.reduce((inner, { label, operator, value }, i) => {
    const mark = `${markLabel}_${i}`;
    const isPattern = operator === '=~' || operator === '!~';
    const keeps = operator === '=' || operator === '=~' ? 'and' : 'unless';
    const wanted = isPattern
      ? `label_replace(vector(1), "${mark}", "yes", "", "")`
      : `label_replace(vector(1), "${label}", ${quote(
          value.replace(/\$/g, '$$$$'),
        )}, "", "")`;
    return isPattern
      ? `(label_replace(${inner}, "${mark}", "yes", "${label}", ${quote(
          value,
        )}) ${keeps} on (${mark}) ${wanted})`
      : `(${inner} ${keeps} on (${label}) ${wanted})`;
  }, vector);
}
