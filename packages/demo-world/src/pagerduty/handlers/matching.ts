import { Query } from '../http/query';

/** Items whose name contains `query`, sorted by name. */
export function matching<T extends { name: string }>(
  all: readonly T[],
  query: Query,
): T[] {
  const text = query.text('query')?.toLowerCase() ?? '';
  const descending = query.text('sort_by') === 'name:desc';
  const sorted = all
    .filter(({ name }) => name.toLowerCase().includes(text))
    .sort((a, b) => a.name.localeCompare(b.name));
  return descending ? sorted.reverse() : sorted;
}
