import { InputError } from '@backstage/errors';
import {
  Incident,
  latestResolvedFirst,
  OnCallIncidentsResponse,
  SourceRef,
  Urgency,
} from '@engineering-owner/backstage-plugin-common';
import { shortenMessage } from '../ingest/describeFailure';
import { EntityRequest } from '../router/EntityRoute';
import { sourceId } from '../sources/sourceId';
import { describeIncidents } from './describeIncidents';
import { AccountIncident } from './incidentStatus';
import { OnCallAnswers } from './OnCallAnswers';
import { mostRecent, recentSince } from './recent';
import { bySource } from './readPolicies';
import { readSubject } from './readSubject';
import { IncidentStore } from './store/IncidentStore';

/** More of them nobody reads in a portal. */
const mostAtOnce = 500;

/**
 * `GET …/on-call/incidents`: those that are resolved, the latest first, and how
 * many there are. Asks no source.
 */
export async function getOnCallIncidents(
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'> & {
    request: { query: Record<string, unknown> };
  },
  answers: OnCallAnswers,
): Promise<OnCallIncidentsResponse> {
  const { query } = request.request;
  const urgency = readUrgency(query.urgency);
  const limit = readLimit(query.limit);
  const now = answers.clock();
  const since = recentSince(now);
  const { named } = await readSubject(request, answers);
  const resolved: Array<Incident & { source: SourceRef }> = [];
  for (const [source, ofSource] of bySource(named.services)) {
    const found = await answers.incidents.listResolved(
      sourceId(source),
      ofSource.map(({ id }) => id),
      since,
    );
    resolved.push(...found.map(each => ({ ...each, source })));
  }
  const matching = resolved.filter(
    each => urgency === undefined || each.urgency === urgency,
  );
  const shown = latestResolvedFirst(matching).slice(0, limit);
  return {
    entityRef: request.entityRef,
    period: { from: since.toISOString(), to: now.toISOString() },
    n: matching.length,
    incidents: await describeIncidents(
      await withLogs(shown, answers.incidents),
      {
        ...answers,
        services: named.services,
        credentials: request.credentials,
      },
    ),
  };
}

/** In their order, with a read for each account. */
async function withLogs(
  shown: Array<Incident & { source: SourceRef }>,
  incidents: IncidentStore,
): Promise<AccountIncident[]> {
  const found = new Map<Incident, AccountIncident>();
  for (const [source, ofSource] of bySource(shown)) {
    const records = await incidents.withLogs(sourceId(source), ofSource);
    records.forEach((record, index) =>
      found.set(ofSource[index], { source, record }),
    );
  }
  return shown.flatMap(each => found.get(each) ?? []);
}

function readUrgency(value: unknown): Urgency | undefined {
  if (value === undefined || value === 'high' || value === 'low') {
    return value;
  }
  throw new InputError(
    `urgency is ${shortenMessage(
      JSON.stringify(value),
    )}; it can be high or low`,
  );
}

function readLimit(value: unknown): number {
  if (value === undefined) {
    return mostRecent;
  }
  const limit = typeof value === 'string' ? Number(value) : NaN;
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostAtOnce) {
    return limit;
  }
  throw new InputError(
    `limit is ${shortenMessage(
      JSON.stringify(value),
    )}; it can be a number from 1 to ${mostAtOnce}`,
  );
}
