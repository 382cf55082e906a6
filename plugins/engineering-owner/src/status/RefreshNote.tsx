import type { QueryResult } from '../query';
import { useT } from '../translation';
import { Freshness } from './Freshness';
import { refreshReason } from './refreshReason';

/** How old an answer is that could not be refreshed; nothing while it can. */
export const RefreshNote = <TData,>({
  result,
}: {
  result: QueryResult<TData>;
}) => {
  const t = useT();
  return result.status === 'loaded' && result.refreshError ? (
    <Freshness
      asOf={result.readAt.toISOString()}
      reason={refreshReason(t, result.refreshError)}
    />
  ) : null;
};
