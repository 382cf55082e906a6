import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { engineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import { addInstances } from './instances/addInstances';

/**
 * Registers every configured Prometheus as a source of service level
 * indicators and alerts.
 *
 * @public
 */
export const prometheusModule = createBackendModule({
  pluginId: 'engineering-owner',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: engineeringOwnerSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        addInstances({ config, logger, sources });
      },
    });
  },
});
