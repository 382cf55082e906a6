import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { engineeringOwnerApi } from './api/extension';
import { slosRouteRef } from './routing';
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
  routes: { slos: slosRouteRef },
  extensions: [engineeringOwnerApi, slosTab, slosCard],
});
