import { QueryClient } from '@tanstack/react-query';
import type { EngineeringOwnerApi } from '../api';

const clients = new WeakMap<EngineeringOwnerApi, QueryClient>();

/**
 * The cache that belongs to one API instance. Cards and tabs that read through
 * the same instance share their requests without a provider around them, and
 * two tests never share anything.
 *
 * A provider would mount it. Without that it hears nothing of the window's
 * focus: a second try that waits for somebody to look waits for ever.
 */
export function queryClientOf(api: EngineeringOwnerApi): QueryClient {
  let client = clients.get(api);
  if (!client) {
    client = new QueryClient({
      // What the browser takes for offline may be a portal on the same
      // machine, and a read that only waits never says that it failed.
      defaultOptions: { queries: { networkMode: 'always' } },
    });
    client.mount();
    clients.set(api, client);
  }
  return client;
}
