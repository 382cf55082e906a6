import {
  focusManager,
  hashKey,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';

/** All who look hear of a change at once, and should not ask at once. */
const SPREAD_MS = 1_000;
/** In a storm of changes an answer is read again so often at most. */
const REST_MS = 2_000;

const planned = new WeakMap<QueryClient, Set<string>>();

/**
 * Has an answer, and those below its key, read again within three seconds;
 * where nobody looks at the page, as soon as somebody does. However many ask
 * for it meanwhile, it is read once.
 */
export function refreshSoon(client: QueryClient, queryKey: QueryKey): void {
  const plans = planned.get(client) ?? new Set();
  planned.set(client, plans);
  const plan = hashKey(queryKey);
  if (plans.has(plan)) {
    return;
  }
  plans.add(plan);
  const readAt = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
  const rest = Math.max(0, readAt + REST_MS - Date.now());
  setTimeout(() => {
    plans.delete(plan);
    client.invalidateQueries({
      queryKey,
      refetchType: focusManager.isFocused() ? 'active' : 'none',
    });
  }, Math.min(rest, REST_MS) + Math.random() * SPREAD_MS);
}
