import { QueryClient } from '@tanstack/react-query';
import type { EngineeringOwnerApi } from '../api';

const clients = new WeakMap<EngineeringOwnerApi, QueryClient>();

/**
 * The cache that belongs to one API instance. Cards and tabs that read through
 * the same instance share their requests without a provider around them, and
 * two tests never share anything.
 */
export function queryClientOf(api: EngineeringOwnerApi): QueryClient {
  let client = clients.get(api);
  if (!client) {
    client = new QueryClient();
    clients.set(api, client);
  }
  return client;
}
