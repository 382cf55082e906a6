import { Account, AccountService } from '../account/account';
import { Roster } from '../onCall/roster';
import { IncidentScript, Opening } from './incidentScript';

/** What the writing of histories needs to know. */
export interface Cast {
  account: Account;
  roster: Roster;
  /** The same seed and start time give the same incidents. */
  seed: string;
  /** Epoch milliseconds. */
  startedAt: number;
}

/** @throws Error that names the id when the account has no such service. */
export function serviceOf(cast: Cast, serviceId: string): AccountService {
  const service = cast.account.services.find(({ id }) => id === serviceId);
  if (!service) {
    throw new Error(
      `Service "${serviceId}" does not exist; there are ${cast.account.services
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }
  return service;
}

/** Opens an incident on a service, along that service's own policy. */
export function open(
  cast: Cast,
  opening: Omit<Opening, 'policyId'>,
): IncidentScript {
  const { policyId } = serviceOf(cast, opening.serviceId);
  return new IncidentScript(cast.roster, {
    ...opening,
    policyId,
    key: `${cast.seed}/${opening.key}`,
  });
}
