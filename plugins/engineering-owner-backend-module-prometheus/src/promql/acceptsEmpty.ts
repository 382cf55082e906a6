import { Matcher } from './selector';

/**
 * Whether a matcher also matches series that do not have its label; undefined
 * when that cannot be told, because only RE2 understands its regular
 * expression. Regular expressions are anchored.
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
      return regexAcceptsEmpty(value);
    default: {
      const accepts = regexAcceptsEmpty(value);
      return accepts === undefined ? undefined : !accepts;
    }
  }
}

function regexAcceptsEmpty(pattern: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`).test('');
  } catch {
    return undefined;
  }
}
