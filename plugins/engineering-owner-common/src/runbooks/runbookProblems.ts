import { Problem } from '../problem';

const LONGEST_QUOTE = 200;

/**
 * A value of front matter in words. What holds other values is not quoted: a
 * few lines of YAML can stand for gigabytes of text.
 */
export function describeValue(value: unknown): string {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? 'no date'
      : value.toISOString().slice(0, 10);
  }
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? 'a list' : 'a mapping';
  }
  const text = String(value);
  return text.length > LONGEST_QUOTE
    ? `${text.slice(0, LONGEST_QUOTE)}…`
    : text;
}

/** A value of front matter that cannot be used. */
export function frontMatterProblem(
  key: string,
  value: unknown,
  expected: string,
): Problem {
  const shown = describeValue(value);
  return {
    code: 'front_matter_invalid',
    severity: 'warning',
    message: `${key} is ${quoted(value, shown)}; expected ${expected}`,
    params: { key, value: shown, expected },
  };
}

function quoted(value: unknown, shown: string): string {
  return typeof value === 'object' ? shown : `"${shown}"`;
}
