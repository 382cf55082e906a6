import { Field } from './Field';
import { either } from './quote';

/**
 * The one of several fields that is set. None or several is reported, the
 * latter at each field after the first, so that it shows where to cut.
 */
export function exactlyOneOf(
  parent: Field,
  keys: readonly string[],
): Field | undefined {
  const [first, ...others] = keys
    .map(key => parent.get(key))
    .filter(field => field.exists);
  if (!first) {
    parent.report(
      'value_missing',
      `has neither ${keys.join(' nor ')}; expected ${either(keys)}`,
    );
    return undefined;
  }
  for (const other of others) {
    other.report(
      'values_exclusive',
      `stands beside ${first.path.at(-1)}; only one of ${keys.join(
        ', ',
      )} may be set`,
    );
  }
  return others.length === 0 ? first : undefined;
}
