import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { EntityStore } from '../entities/EntityStore';
import { readVisible } from '../entities/readVisible';
import { NamedService, serviceName } from './findServices';
import {
  AccountIncident,
  incidentStatus,
  peopleOfIncident,
} from './incidentStatus';
import { People } from './People';
import { DirectoryStore } from './store/DirectoryStore';

/** Whom and what a description names, and who reads it. */
export interface DescribeOptions {
  services: NamedService[];
  credentials: BackstageCredentials;
  catalog: CatalogService;
  directory: DirectoryStore;
  entities: EntityStore;
}

/** Incidents as a page shows them, with people the caller may read. */
export async function describeIncidents(
  incidents: AccountIncident[],
  options: DescribeOptions,
): Promise<IncidentStatus[]> {
  const people = await People.read(
    incidents.flatMap(peopleOfIncident),
    options,
  );
  const visible = await readVisible(options.catalog, people.entityRefs, {
    credentials: options.credentials,
    fields: [],
  });
  return incidents.map(incident =>
    incidentStatus(incident, {
      serviceName: serviceName(
        options.services,
        incident.record.incident.serviceId,
      ),
      person: (wanted, name) =>
        people.describe(wanted, ref => visible.has(ref), name),
    }),
  );
}
