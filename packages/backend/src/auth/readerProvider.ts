import { NotAllowedError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  SignInResolver,
} from '@backstage/plugin-auth-node';

/** Id of the provider in `auth.providers` and in the sign-in page. */
export const readerProviderId = 'demo-reader';

/**
 * Lets anyone in as the demo's second person, without a password. Like the
 * guest provider it refuses to work outside of development.
 */
export const readerAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: ({ config }) => ({
    userEntityRef: config.getString('userEntityRef'),
  }),
  authenticate: async (_input, { userEntityRef }) => {
    if (process.env.NODE_ENV !== 'development') {
      throw new NotAllowedError(
        `The sign-in provider "${readerProviderId}" signs anyone in as ${userEntityRef} and works in development only; remove auth.providers.${readerProviderId} from the configuration of this portal`,
      );
    }
    return { result: { userEntityRef } };
  },
});

/** Signs in as the configured user, who has to be in the catalog. */
export const signInAsReader: SignInResolver<{ userEntityRef: string }> = async (
  { result },
  context,
) => context.signInWithCatalogUser({ entityRef: result.userEntityRef });
