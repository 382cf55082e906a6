import { mockServices } from '@backstage/backend-test-utils';

/** A task that fails has not done what is measured: its warning is thrown. */
export function strictLogger() {
  return Object.assign(mockServices.rootLogger(), {
    warn(message: string) {
      throw new Error(message);
    },
  });
}
