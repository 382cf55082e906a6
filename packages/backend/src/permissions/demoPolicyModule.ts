import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { DemoPolicy } from './demoPolicy';

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register({ registerInit }) {
    registerInit({
      deps: { policy: policyExtensionPoint, config: coreServices.rootConfig },
      async init({ policy, config }) {
        policy.setPolicy(
          new DemoPolicy({
            readerRef: config.getString(
              'auth.providers.demo-reader.userEntityRef',
            ),
          }),
        );
      },
    });
  },
});
