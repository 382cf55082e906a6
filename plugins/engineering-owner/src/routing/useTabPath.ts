import { type RouteRef, useRouteRef } from '@backstage/core-plugin-api';

/**
 * Where a tab of this entity is, or nothing when the admin has left that tab
 * out: then `useRouteRef` throws, after all its own hooks have run.
 */
export function useTabPath(tab: RouteRef): string | undefined {
  try {
    return useRouteRef(tab)();
  } catch {
    return undefined;
  }
}
