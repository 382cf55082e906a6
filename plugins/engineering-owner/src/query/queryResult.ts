import type { UseQueryResult } from '@tanstack/react-query';

/**
 * What can be shown of a read. `refreshError`: the last attempt to refresh
 * failed; the data is from `readAt`.
 */
export type QueryResult<T> =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | { status: 'loaded'; data: T; readAt: Date; refreshError?: Error };

/** So long an answer holds although it could not be refreshed. */
const HOLDS_FOR = 3 * 60 * 1000;

/** Whether refreshing has failed for so long that nothing is known of now. */
export function isLost<T>(result: QueryResult<T>, now: Date): boolean {
  return (
    result.status === 'loaded' &&
    result.refreshError !== undefined &&
    now.getTime() - result.readAt.getTime() > HOLDS_FOR
  );
}

export function toQueryResult<T>(query: UseQueryResult<T>): QueryResult<T> {
  if (query.data !== undefined) {
    return {
      status: 'loaded',
      data: query.data,
      readAt: new Date(query.dataUpdatedAt),
      refreshError: query.error ?? undefined,
    };
  }
  if (query.error) {
    return {
      status: 'failed',
      error: query.error,
      retry: () => {
        query.refetch();
      },
    };
  }
  return { status: 'loading' };
}
