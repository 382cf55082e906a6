import { z } from 'zod';

/** Keys under which every value is a secret. */
const secretKeys = ['auth', 'headers', 'queryParameters', 'tls'];

/**
 * What is wrong with an entry of the configuration, each with its key and the
 * value found there, but never a secret one.
 *
 * @public
 */
export function describeIssues(
  place: string,
  entry: unknown,
  error: z.ZodError,
): string {
  return error.issues
    .map(issue => {
      const key = issue.path
        .map(step =>
          typeof step === 'number' ? `[${step}]` : `.${String(step)}`,
        )
        .join('');
      return `${place}${key}: ${messageOf(issue)}${found(entry, issue.path)}`;
    })
    .join('; ');
}

/** What is wrong with a key stands one level deeper. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key'
    ? issue.issues.map(({ message }) => message).join(', ')
    : issue.message;
}

function found(entry: unknown, path: PropertyKey[]): string {
  if (path.length === 0 || secretKeys.includes(String(path[0]))) {
    return '';
  }
  let value = entry;
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Object.getOwnPropertyDescriptor(value, step)?.value
        : undefined;
  }
  if (value === undefined) {
    return ', found nothing';
  }
  const text = JSON.stringify(value);
  // An address with a password in it, which ends wherever somebody mistyped it.
  return text.includes('@')
    ? '; what was found is not repeated, since before its @ a password may stand'
    : `, found ${text}`;
}
