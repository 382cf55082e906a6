import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { engineeringOwnerApi } from './api/extension';
import { onCallCard, onCallTab } from './onCall/extensions';
import { ownerCard, ownerTab } from './ownership/extensions';
import {
  onCallRouteRef,
  ownerRouteRef,
  runbooksRouteRef,
  slosRouteRef,
} from './routing';
import { runbooksCard, runbooksTab } from './runbooks/extensions';
import { slosCard, slosTab } from './slos/extensions';

/**
 * The plugin for the new frontend system.
 *
 * @public
 */
export const engineeringOwnerPlugin = createFrontendPlugin({
  pluginId: 'engineering-owner',
  title: 'Engineering Owner',
  info: { packageJson: () => import('../package.json') },
  routes: {
    owner: ownerRouteRef,
    onCall: onCallRouteRef,
    runbooks: runbooksRouteRef,
    slos: slosRouteRef,
  },
  extensions: [
    engineeringOwnerApi,
    ownerTab,
    onCallTab,
    runbooksTab,
    slosTab,
    ownerCard,
    onCallCard,
    runbooksCard,
    slosCard,
  ],
});
