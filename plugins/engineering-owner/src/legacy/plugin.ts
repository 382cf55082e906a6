import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { engineeringOwnerApiRef, EngineeringOwnerClient } from '../api';
import {
  onCallRouteRef,
  ownerRouteRef,
  runbooksRouteRef,
  slosRouteRef,
} from '../routing';

/**
 * The plugin for apps of the old frontend system.
 *
 * @public
 */
export const engineeringOwnerPlugin = createPlugin({
  id: 'engineering-owner',
  apis: [
    createApiFactory({
      api: engineeringOwnerApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new EngineeringOwnerClient(deps),
    }),
  ],
  routes: {
    owner: ownerRouteRef,
    onCall: onCallRouteRef,
    runbooks: runbooksRouteRef,
    slos: slosRouteRef,
  },
});
