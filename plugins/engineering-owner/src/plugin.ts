import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { engineeringOwnerApi } from './api/extension';
import {
  incidentBanner,
  onCallCard,
  onCallTab,
  onCallWidget,
} from './onCall/extensions';
import { pageOnCallMenuItem } from './onCall/pageOnCallMenuItem';
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
    incidentBanner,
    pageOnCallMenuItem,
    ownerCard,
    onCallCard,
    onCallWidget,
    runbooksCard,
    slosCard,
  ],
});
