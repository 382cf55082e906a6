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

/**
 * Finds an incident among those of an entity's services, as it is now: what was
 * read on schedule may be a minute old, and an incident may have gone to
 * another service since. At most one read for each account of the entity.
 *
 * @throws NotFoundError when it is not on one of the services
 * @throws NotAllowedError when its account is only read
 */
export async function findIncident(
  incidentId: string,
  {
    entityRef,
    services,
    registry,
    incidents,
    signal,
  }: {
    entityRef: string;
    services: NamedService[];
    registry: SourceRegistry;
    incidents: IncidentStore;
    signal: AbortSignal;
  },
): Promise<FoundIncident> {
  for (const [source, ofSource] of bySource(services)) {
    const serviceIds = ofSource.map(({ id }) => id);
    const actions = registry.onCallSource(source)?.actions;
    if (actions) {
      const incident = await actions.readIncident(incidentId, { signal });
      if (incident && serviceIds.includes(incident.serviceId)) {
        return { source, actions, incident };
      }
    } else {
      const open = await incidents.listOpenOfServices(
        sourceId(source),
        serviceIds,
      );
      if (open.some(({ id }) => id === incidentId)) {
        throw readOnly(source);
      }
    }
  }
  throw new NotFoundError(
    `There is no incident ${JSON.stringify(
      incidentId,
    )} on the services of ${entityRef}`,
  );
}

export function readOnly({ name }: SourceRef): NotAllowedError {
  return new NotAllowedError(
    `The account "${name}" is only read: its configuration has "writes: false"`,
  );
}
