import { Problem } from '@engineering-owner/backstage-plugin-common';
import { sourceId } from '../sources/sourceId';
import { NamedService } from './findServices';
import { AccountIncident } from './incidentStatus';
import { knownIncidents } from './knownIncidents';
import { bySource } from './readPolicies';
import { CursorStore } from './store/CursorStore';
import { IncidentStore } from './store/IncidentStore';

/** Incidents of some time, and from when on they are known. */
export interface IncidentHistory {
  incidents: AccountIncident[];
  /** Later than what was asked for while older ones are still being read. */
  knownSince: Date;
  problems: Problem[];
}

/** Open incidents of some services, and those created or resolved since, each once. */
export async function readIncidents(
  services: NamedService[],
  since: Date,
  options: { incidents: IncidentStore; cursors: CursorStore },
): Promise<IncidentHistory> {
  const incidents: AccountIncident[] = [];
  const problems: Problem[] = [];
  let knownSince = since;
  for (const [source, ofSource] of bySource(services)) {
    const records = await options.incidents.listConcerning(
      sourceId(source),
      { serviceIds: ofSource.map(({ id }) => id) },
      since,
    );
    incidents.push(...records.map(record => ({ source, record })));
    const known = await knownIncidents(sourceId(source), options.cursors);
    if (known && known.from > since) {
      knownSince = known.from > knownSince ? known.from : knownSince;
      const from = known.from.toISOString();
      problems.push({
        code: 'history_incomplete',
        severity: 'warning',
        message: `Incidents of the PagerDuty account "${source.name}" from before ${from} are still being read; response times count those after it`,
        params: { account: source.name, from },
      });
    }
  }
  return { incidents, knownSince, problems };
}

/** Open incidents of some services. */
export async function readOpenIncidents(
  services: NamedService[],
  { incidents }: { incidents: IncidentStore },
): Promise<AccountIncident[]> {
  const open: AccountIncident[] = [];
  for (const [source, ofSource] of bySource(services)) {
    const id = sourceId(source);
    const found = await incidents.listOpenOfServices(
      id,
      ofSource.map(service => service.id),
    );
    // Since when they are open, and who has them, only their logs say.
    const records = await incidents.withLogs(id, found);
    open.push(...records.map(record => ({ source, record })));
  }
  return open;
}
