import { createRoutableExtension } from '@backstage/core-plugin-api';
import {
  onCallRouteRef,
  ownerRouteRef,
  runbooksRouteRef,
  slosRouteRef,
} from '../routing';
import { engineeringOwnerPlugin } from './plugin';

/**
 * The Owner tab, for `EntityLayout.Route`.
 *
 * @public
 */
export const EntityOwnerContent = engineeringOwnerPlugin.provide(
  createRoutableExtension({
    name: 'EntityOwnerContent',
    mountPoint: ownerRouteRef,
    component: () =>
      import('../ownership/OwnerTab').then(({ OwnerTab }) => OwnerTab),
  }),
);

/**
 * The On-call tab, for `EntityLayout.Route`.
 *
 * @public
 */
export const EntityOnCallContent = engineeringOwnerPlugin.provide(
  createRoutableExtension({
    name: 'EntityOnCallContent',
    mountPoint: onCallRouteRef,
    component: () =>
      import('../onCall/OnCallTab').then(({ OnCallTab }) => OnCallTab),
  }),
);

/**
 * The Runbooks tab, for `EntityLayout.Route`.
 *
 * @public
 */
export const EntityRunbooksContent = engineeringOwnerPlugin.provide(
  createRoutableExtension({
    name: 'EntityRunbooksContent',
    mountPoint: runbooksRouteRef,
    component: () =>
      import('../runbooks/RunbooksTab').then(({ RunbooksTab }) => RunbooksTab),
  }),
);

/**
 * The SLOs tab, for `EntityLayout.Route`.
 *
 * @public
 */
export const EntitySlosContent = engineeringOwnerPlugin.provide(
  createRoutableExtension({
    name: 'EntitySlosContent',
    mountPoint: slosRouteRef,
    component: () => import('../slos/SlosTab').then(({ SlosTab }) => SlosTab),
  }),
);
