import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { engineeringOwnerSourcesExtensionPoint } from '@engineering-owner/backstage-plugin-node';
import { addInstances } from './instances/addInstances';

/**
 * Registers every configured Alertmanager as a source of alerts and silences.
 *
 * @public
 */
export const alertmanagerModule = createBackendModule({
  pluginId: 'engineering-owner',
  moduleId: 'alertmanager',
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
