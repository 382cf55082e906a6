import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  Incident,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { OnCallActions } from '@engineering-owner/backstage-plugin-node';
import { sourceId } from '../../sources/sourceId';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { NamedService } from '../findServices';
import { bySource } from '../readPolicies';
import { IncidentStore } from '../store/IncidentStore';

/** An incident that can be acted on. */
export interface FoundIncident {
  source: SourceRef;
  actions: OnCallActions;
  incident: Incident;
}

interface Search {
  entityRef: string;
  services: NamedService[];
  registry: SourceRegistry;
  incidents: IncidentStore;
  signal: AbortSignal;
}

/** Ids as on-call systems make them. Nothing else becomes part of an address. */
const idPattern = /^[\w-]{1,100}$/;

/**
 * Finds an incident among those of an entity's services, as it is now: what was
 * read on schedule may be a minute old, and an incident may have gone to
 * another service since. One read for each account of the entity; one that is
 * down does not hide what another has.
 *
 * @throws NotFoundError when it is not on one of the services
 * @throws NotAllowedError when its account is only read
 */
export async function findIncident(
  incidentId: string,
  search: Search,
): Promise<FoundIncident> {
  const absent = new NotFoundError(
    `There is no incident ${JSON.stringify(
      incidentId.slice(0, 100),
    )} on the services of ${search.entityRef}`,
  );
  if (!idPattern.test(incidentId)) {
    throw absent;
  }
  const reasons: unknown[] = [];
  const reads = [...bySource(search.services)].map(
    async ([source, ofSource]) => {
      try {
        const found = await findIn(
          source,
          ofSource.map(({ id }) => id),
          incidentId,
          search,
        );
        return found ?? Promise.reject(absent);
      } catch (error) {
        reasons.push(error);
        throw error;
      }
    },
  );
  try {
    return await Promise.any(reads);
  } catch {
    throw reasons.find(reason => reason !== absent) ?? absent;
  }
}

async function findIn(
  source: SourceRef,
  serviceIds: string[],
  incidentId: string,
  { registry, incidents, signal }: Search,
): Promise<FoundIncident | undefined> {
  const actions = registry.onCallSource(source)?.actions;
  if (actions) {
    const incident = await actions.readIncident(incidentId, { signal });
    return incident && serviceIds.includes(incident.serviceId)
      ? { source, actions, incident }
      : undefined;
  }
  const open = await incidents.listOpenOfServices(sourceId(source), serviceIds);
  if (open.some(({ id }) => id === incidentId)) {
    throw readOnly(source);
  }
  return undefined;
}

export function readOnly({ name }: SourceRef): NotAllowedError {
  return new NotAllowedError(
    `The account "${name}" is only read: its configuration has "writes: false"`,
  );
}
