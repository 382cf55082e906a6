import { Matcher } from './selector';

/**
 * Whether a matcher also matches series that do not have its label. Regular
 * expressions are anchored; one that only RE2 understands counts as not
 * accepting.
 */
export function acceptsEmpty({ operator, value }: Matcher): boolean {
  switch (operator) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    case '=~':
      return regexAcceptsEmpty(value) === true;
    default:
      return regexAcceptsEmpty(value) === false;
  }
}

function regexAcceptsEmpty(pattern: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`).test('');
  } catch {
    return undefined;
  }
}
