import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import {
  readerAuthenticator,
  readerProviderId,
  signInAsReader,
} from './readerProvider';

export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-reader-provider',
  register({ registerInit }) {
    registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: readerProviderId,
          factory: createProxyAuthProviderFactory({
            authenticator: readerAuthenticator,
            signInResolver: signInAsReader,
          }),
        });
      },
    });
  },
});
