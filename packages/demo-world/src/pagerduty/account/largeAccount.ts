import { Account, buildAccount } from './account';

/** How much an account has. */
export interface AccountSize {
  services: number;
  policies: number;
  users: number;
}

/**
 * An account as large, out of copies of what the demo's has. Its services are
 * spread evenly over the first so many policies.
 */
export function largeAccount(size: AccountSize): Account {
  const { users, policies, services, ...rest } = buildAccount();
  const enough = copied(policies, size.policies, 'PP');
  return {
    ...rest,
    users: copied(users, size.users, 'PU'),
    policies: enough,
    services: copied(services, size.services, 'PS').map((service, index) => ({
      ...service,
      policyId: enough[index % size.policies].id,
    })),
  };
}

function copied<T extends { id: string }>(
  of: T[],
  count: number,
  prefix: string,
): T[] {
  const missing = Math.max(0, count - of.length);
  return [
    ...of,
    ...Array.from({ length: missing }, (_, index) => ({
      ...of[index % of.length],
      // As long as PagerDuty's.
      id: `${prefix}${String(index).padStart(5, '0')}`,
    })),
  ];
}
