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

/** One incident as a page shows it, with people the caller may read. */
export async function describeIncident(
  incident: AccountIncident,
  options: {
    services: NamedService[];
    credentials: BackstageCredentials;
    catalog: CatalogService;
    directory: DirectoryStore;
    entities: EntityStore;
  },
): Promise<IncidentStatus> {
  const people = await People.read(peopleOfIncident(incident), options);
  const visible = await readVisible(options.catalog, people.entityRefs, {
    credentials: options.credentials,
    fields: [],
  });
  return incidentStatus(incident, {
    serviceName: serviceName(
      options.services,
      incident.record.incident.serviceId,
    ),
    person: (wanted, name) =>
      people.describe(wanted, ref => visible.has(ref), name),
  });
}
