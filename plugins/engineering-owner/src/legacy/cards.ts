import { createComponentExtension } from '@backstage/core-plugin-api';
import { engineeringOwnerPlugin } from './plugin';

/**
 * Who answers for the entity, in one line.
 *
 * @public
 */
export const EntityOwnerCard = engineeringOwnerPlugin.provide(
  createComponentExtension({
    name: 'EntityOwnerCard',
    component: {
      lazy: () =>
        import('../ownership/OwnerCard').then(({ OwnerCard }) => OwnerCard),
    },
  }),
);

/**
 * Who is on call now and what is open, in one line.
 *
 * @public
 */
export const EntityOnCallCard = engineeringOwnerPlugin.provide(
  createComponentExtension({
    name: 'EntityOnCallCard',
    component: {
      lazy: () =>
        import('../onCall/OnCallCard').then(({ OnCallCard }) => OnCallCard),
    },
  }),
);

/**
 * The worst runbook, in one line.
 *
 * @public
 */
export const EntityRunbooksCard = engineeringOwnerPlugin.provide(
  createComponentExtension({
    name: 'EntityRunbooksCard',
    component: {
      lazy: () =>
        import('../runbooks/RunbooksCard').then(
          ({ RunbooksCard }) => RunbooksCard,
        ),
    },
  }),
);

/**
 * The worst objective with its error budget, in one line.
 *
 * @public
 */
export const EntitySlosCard = engineeringOwnerPlugin.provide(
  createComponentExtension({
    name: 'EntitySlosCard',
    component: {
      lazy: () => import('../slos/SlosCard').then(({ SlosCard }) => SlosCard),
    },
  }),
);

/**
 * The worst open incident with the way to it; nothing while none is open. For
 * the top of an overview grid.
 *
 * @public
 */
export const EngineeringOwnerIncidentBanner = engineeringOwnerPlugin.provide(
  createComponentExtension({
    name: 'EngineeringOwnerIncidentBanner',
    component: {
      lazy: () =>
        import('../onCall/IncidentBanner').then(
          ({ IncidentBanner }) => IncidentBanner,
        ),
    },
  }),
);

/**
 * For a home page: whether the person who is signed in is on call, and what is
 * open of what they and their groups own. Bring a card around it.
 *
 * @public
 */
export const OnCallMine = engineeringOwnerPlugin.provide(
  createComponentExtension({
    name: 'OnCallMine',
    component: {
      lazy: () =>
        import('../onCall/OnCallMine').then(({ OnCallMine: Mine }) => Mine),
    },
  }),
);
