import { useApiHolder, useRouteRef } from '@backstage/core-plugin-api';
import {
  type RouteRef,
  routeResolutionApiRef,
} from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/**
 * Where a tab of any entity is, from any page. Its page, where that cannot be
 * said: the admin has left the tab out, or the app is one of the old frontend
 * system, which resolves a tab from the page it is on only.
 */
export function useTabOfEntity(tab: RouteRef, entityRef: string): string {
  const routes = useApiHolder().get(routeResolutionApiRef);
  const pageOf = useRouteRef(entityRouteRef);
  const page = pageOf(entityRouteParams(entityRef));
  try {
    return routes?.resolve(tab, { sourcePath: page })?.() ?? page;
  } catch {
    return page;
  }
}
