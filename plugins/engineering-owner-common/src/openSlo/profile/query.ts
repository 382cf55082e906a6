/**
 * Stands in a query for the window it is asked over.
 *
 * @public
 */
export const WINDOW_PLACEHOLDER = '{{.window}}';

const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/gs;

/** Whether the query says where its window goes. */
export function hasWindow(query: string): boolean {
  return query.includes(WINDOW_PLACEHOLDER);
}

/** A placeholder other than the one for the window, as written. */
export function findOtherPlaceholder(query: string): string | undefined {
  const rest = query
    .replaceAll(WINDOW_PLACEHOLDER, '')
    .replace(quoted, '""')
    .match(/\{\{[^{}]{0,40}\}\}|\$\{?__?[A-Za-z_]+\}?|\$[A-Za-z_]+/);
  return rest?.[0];
}

/**
 * Whether a query is surely more than a selector such as `m{a="b"}`: outside
 * of quotes it has what only functions, operators, ranges or numbers have. What
 * is left may still be no selector; the source parses it and has the last word.
 */
export function isMoreThanSelector(query: string): boolean {
  return /[^A-Za-z0-9_:{}=!~,"\s]/.test(query.replace(quoted, '""'));
}
