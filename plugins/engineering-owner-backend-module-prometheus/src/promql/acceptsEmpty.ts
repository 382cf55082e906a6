import { matchesEmptyText } from './emptyText';
import { Matcher } from './selector';

/**
 * Whether a matcher also matches series that do not have its label; undefined
 * when that cannot be told. Regular expressions are anchored.
 */
export function acceptsEmpty({
  operator,
  value,
}: Matcher): boolean | undefined {
  switch (operator) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    case '=~':
      return matchesEmptyText(value);
    default: {
      const accepts = matchesEmptyText(value);
      return accepts === undefined ? undefined : !accepts;
    }
  }
}
