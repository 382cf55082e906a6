import { createRouteRef } from '@backstage/core-plugin-api';

/** Routes of the four tabs; the overview cards link to them. */
export const ownerRouteRef = createRouteRef({ id: 'engineering-owner:owner' });
export const onCallRouteRef = createRouteRef({
  id: 'engineering-owner:on-call',
});
export const runbooksRouteRef = createRouteRef({
  id: 'engineering-owner:runbooks',
});
export const slosRouteRef = createRouteRef({ id: 'engineering-owner:slos' });
