import {
  Incident,
  IncidentEvent,
  IncidentRecord,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../../store/inChunks';
import { parseJsonColumn } from '../../store/jsonColumn';
import { eventRecord, incidentRecord } from './records';

interface IncidentRow {
  source_id: string;
  id: string;
  service_id: string;
  /** Absent: none, or not known. */
  policy_id: string | null;
  status: Incident['status'];
  created_at: string;
  /** Absent while it is open. */
  resolved_at: string | null;
  merged: boolean | number;
  /** Absent: not known. */
  read_at: string | null;
  data: string;
}

interface EventRow {
  source_id: string;
  id: string;
  incident_id: string;
  at: string;
  data: string;
}

/** Incidents and their logs of every account. All writes may be repeated. */
export class IncidentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Adds incidents, or what became of them.
   *
   * @param readAt - when the source was asked for them: what is stored of an
   *   incident that was asked for later stays
   * @returns the services of those that are new or not as they were, and the
   *   services these were of before
   */
  async save(
    sourceId: string,
    incidents: Incident[],
    readAt?: Date,
  ): Promise<string[]> {
    const byId = new Map(incidents.map(each => [each.id, each]));
    const rows = [...byId.values()].map(
      (incident): IncidentRow => ({
        source_id: sourceId,
        id: incident.id,
        service_id: incident.serviceId,
        policy_id: incident.policyId ?? null,
        status: incident.status,
        created_at: incident.createdAt,
        resolved_at:
          incident.status === 'resolved' ? incident.resolvedAt ?? null : null,
        merged: incident.mergedInto !== undefined,
        read_at: readAt?.toISOString() ?? null,
        data: JSON.stringify(incident),
      }),
    );
    const changed = new Set<string>();
    for (const chunk of inChunks(rows)) {
      const stored = await this.#stored(sourceId, chunk);
      for (const { id, service_id, data } of chunk) {
        const before = stored.get(id);
        if (before?.data !== data) {
          changed.add(service_id).add(before?.service_id ?? service_id);
        }
      }
      await this.#knex<IncidentRow>('incidents')
        .insert(chunk)
        .onConflict(['source_id', 'id'])
        .merge([
          'service_id',
          'policy_id',
          'status',
          'created_at',
          'resolved_at',
          'merged',
          'read_at',
          'data',
        ])
        .where(builder => readAt && isNotOlder(builder, readAt));
    }
    return [...changed];
  }

  /** Adds entries of the log; those that are known stay as they are. */
  async saveEvents(sourceId: string, events: IncidentEvent[]): Promise<void> {
    const byId = new Map(events.map(event => [event.id, event]));
    const rows = [...byId.values()].map(event => toEventRow(sourceId, event));
    for (const chunk of inChunks(rows)) {
      await this.#knex<EventRow>('incident_events')
        .insert(chunk)
        .onConflict(['source_id', 'id'])
        .ignore();
    }
  }

  /** Puts an entry of the log, also over one that is known. */
  async putEvent(sourceId: string, event: IncidentEvent): Promise<void> {
    await this.#knex<EventRow>('incident_events')
      .insert(toEventRow(sourceId, event))
      .onConflict(['source_id', 'id'])
      .merge(['data']);
  }

  /** Those of the entries that are not stored yet. */
  async withoutKnownEvents(
    sourceId: string,
    events: IncidentEvent[],
  ): Promise<IncidentEvent[]> {
    const known = new Set<string>();
    for (const chunk of inChunks(events.map(({ id }) => id))) {
      const rows = await this.#knex<EventRow>('incident_events')
        .where({ source_id: sourceId })
        .whereIn('id', chunk)
        .select('id');
      rows.forEach(({ id }) => known.add(id));
    }
    return events.filter(({ id }) => !known.has(id));
  }

  /** Ids of incidents of which only entries of their logs are stored. */
  async listIdsOfLogsAlone(sourceId: string): Promise<string[]> {
    const rows: Array<Pick<EventRow, 'incident_id'>> =
      await this.#knex<EventRow>('incident_events')
        .distinct('incident_id')
        .where({ source_id: sourceId })
        .whereNotExists(ofItsIncident);
    return rows.map(({ incident_id }) => incident_id);
  }

  /** All of an account that are open; without logs. */
  async listOpen(sourceId: string): Promise<Incident[]> {
    const rows = await this.#knex<IncidentRow>('incidents')
      .where({ source_id: sourceId })
      .whereIn('status', ['triggered', 'acknowledged']);
    return toIncidents(rows);
  }

  /** Ids of the incidents that were open when last read. */
  async listOpenIds(sourceId: string): Promise<string[]> {
    const rows = await this.#knex<IncidentRow>('incidents')
      .where({ source_id: sourceId })
      .whereIn('status', ['triggered', 'acknowledged'])
      .select('id');
    return rows.map(({ id }) => id);
  }

  /**
   * Of some services, and those that are some policies' now, whatever service
   * they are of: what was created or open at some time since, each once, also
   * merged ones; with their logs.
   */
  async listConcerning(
    sourceId: string,
    of: { serviceIds: string[]; policyIds?: string[] },
    since: Date,
  ): Promise<IncidentRecord[]> {
    const found = new Map<string, IncidentRow>();
    const add = async (column: 'service_id' | 'policy_id', ids: string[]) => {
      for (const chunk of inChunks(ids)) {
        const rows = await this.#knex<IncidentRow>('incidents')
          .where({ source_id: sourceId })
          .whereIn(column, chunk)
          .where(builder =>
            builder
              .where('created_at', '>=', since.toISOString())
              .orWhereIn('status', ['triggered', 'acknowledged'])
              .orWhere('resolved_at', '>=', since.toISOString()),
          );
        rows.forEach(row => found.set(row.id, row));
      }
    };
    await add('service_id', of.serviceIds);
    await add('policy_id', of.policyIds ?? []);
    return this.withLogs(sourceId, [...found.values()].flatMap(toIncident));
  }

  /** One of some services, with its log. */
  async get(
    sourceId: string,
    serviceIds: string[],
    id: string,
  ): Promise<IncidentRecord | undefined> {
    const rows = await this.#knex<IncidentRow>('incidents')
      .where({ source_id: sourceId, id })
      .whereIn('service_id', serviceIds);
    const [record] = await this.withLogs(sourceId, rows.flatMap(toIncident));
    return record;
  }

  /** Of some services, those that are open; without logs. */
  async listOpenOfServices(
    sourceId: string,
    serviceIds: string[],
  ): Promise<Incident[]> {
    const rows = await this.#knex<IncidentRow>('incidents')
      .where({ source_id: sourceId })
      .whereIn('service_id', serviceIds)
      .whereIn('status', ['triggered', 'acknowledged']);
    return toIncidents(rows);
  }

  /** Incidents with their logs. */
  async withLogs(
    sourceId: string,
    incidents: Incident[],
  ): Promise<IncidentRecord[]> {
    const logs = await this.#logsOf(
      sourceId,
      incidents.map(({ id }) => id),
    );
    return incidents.map(incident => ({
      incident,
      events: logs.get(incident.id) ?? [],
    }));
  }

  /**
   * Of some services, those that are resolved and were created or resolved
   * since; without logs.
   */
  async listResolved(
    sourceId: string,
    serviceIds: string[],
    since: Date,
  ): Promise<Incident[]> {
    const resolved: Incident[] = [];
    for (const chunk of inChunks(serviceIds)) {
      const rows = await this.#knex<IncidentRow>('incidents')
        .where({ source_id: sourceId, status: 'resolved' })
        .whereIn('service_id', chunk)
        .where(builder =>
          builder
            .where('created_at', '>=', since.toISOString())
            .orWhere('resolved_at', '>=', since.toISOString()),
        );
      resolved.push(...rows.flatMap(toIncident));
    }
    return resolved;
  }

  /** Of an account, the services that had incidents which are over, created since. */
  async listServicesOfResolved(
    sourceId: string,
    since: Date,
  ): Promise<string[]> {
    const rows: Array<Pick<IncidentRow, 'service_id'>> =
      await this.#knex<IncidentRow>('incidents')
        .distinct('service_id')
        .where({ source_id: sourceId, status: 'resolved' })
        .where('created_at', '>=', since.toISOString());
    return rows.map(({ service_id }) => service_id);
  }

  /**
   * Of some services, those that were open at some time of a stretch, but for
   * those merged into others; without logs, and of many the newest.
   */
  async listOverlapping(
    sourceId: string,
    serviceIds: string[],
    { from, to, most }: { from: Date; to: Date; most: number },
  ): Promise<Incident[]> {
    const rows = await this.#knex<IncidentRow>('incidents')
      .where({ source_id: sourceId, merged: false })
      .whereIn('service_id', serviceIds)
      .where('created_at', '<', to.toISOString())
      .where(builder =>
        builder
          .whereIn('status', ['triggered', 'acknowledged'])
          .orWhereNull('resolved_at')
          .orWhere('resolved_at', '>', from.toISOString()),
      )
      .orderBy('created_at', 'desc')
      .limit(most);
    return toIncidents(rows).filter(
      ({ status, resolvedAt, mergedInto }) =>
        mergedInto === undefined &&
        (status !== 'resolved' ||
          (resolvedAt !== undefined &&
            Date.parse(resolvedAt) > from.getTime())),
    );
  }

  /** Entries of all logs of an account after a time, the first of them. */
  async listEventsSince(
    sourceId: string,
    since: string,
    most: number,
  ): Promise<IncidentEvent[]> {
    const rows = await this.#knex<EventRow>('incident_events')
      .where({ source_id: sourceId })
      .where('at', '>', since)
      .orderBy('at')
      .limit(most);
    return rows.flatMap(row => parseJsonColumn(eventRecord, row.data) ?? []);
  }

  /** Forgets incidents, with their logs. @returns the services they were of */
  async forget(sourceId: string, ids: string[]): Promise<string[]> {
    const services = new Set<string>();
    for (const chunk of inChunks(ids)) {
      await this.#knex.transaction(async trx => {
        const rows = await trx<IncidentRow>('incidents')
          .where({ source_id: sourceId })
          .whereIn('id', chunk)
          .select('service_id');
        rows.forEach(({ service_id }) => services.add(service_id));
        await trx<EventRow>('incident_events')
          .where({ source_id: sourceId })
          .whereIn('incident_id', chunk)
          .delete();
        await trx<IncidentRow>('incidents')
          .where({ source_id: sourceId })
          .whereIn('id', chunk)
          .delete();
      });
    }
    return [...services];
  }

  /**
   * Forgets incidents that were over before, with their logs: one that is old
   * and was resolved lately is still counted.
   */
  async prune(sourceId: string, before: Date): Promise<void> {
    const old = await this.#knex<IncidentRow>('incidents')
      .where({ source_id: sourceId, status: 'resolved' })
      .whereRaw('coalesce(resolved_at, created_at) < ?', [before.toISOString()])
      .select('id');
    await this.forget(
      sourceId,
      old.map(({ id }) => id),
    );
    // Entries of incidents that were never stored: they belong to no service.
    await this.#knex<EventRow>('incident_events')
      .where({ source_id: sourceId })
      .where('at', '<', before.toISOString())
      .whereNotExists(ofItsIncident)
      .delete();
  }

  async #stored(
    sourceId: string,
    rows: IncidentRow[],
  ): Promise<Map<string, Pick<IncidentRow, 'id' | 'service_id' | 'data'>>> {
    const stored = await this.#knex<IncidentRow>('incidents')
      .where({ source_id: sourceId })
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .select('id', 'service_id', 'data');
    return new Map(stored.map(row => [row.id, row]));
  }

  async #logsOf(
    sourceId: string,
    incidentIds: string[],
  ): Promise<Map<string, IncidentEvent[]>> {
    const logs = new Map<string, IncidentEvent[]>();
    for (const chunk of inChunks(incidentIds)) {
      const rows = await this.#knex<EventRow>('incident_events')
        .where({ source_id: sourceId })
        .whereIn('incident_id', chunk)
        .orderBy('at')
        .select('incident_id', 'data');
      for (const row of rows) {
        const event = parseJsonColumn(eventRecord, row.data);
        if (event) {
          const log = logs.get(row.incident_id) ?? [];
          log.push(event);
          logs.set(row.incident_id, log);
        }
      }
    }
    return logs;
  }
}

/** No read takes longer; what is stored from later has the clock set back since. */
const LONGEST_READ_MS = 10 * 60_000;

/** What is stored is no newer than what was asked for then. */
function isNotOlder(builder: Knex.QueryBuilder, readAt: Date): void {
  const column = 'incidents.read_at';
  const latest = new Date(readAt.getTime() + LONGEST_READ_MS);
  builder
    .whereNull(column)
    .orWhere(column, '<=', readAt.toISOString())
    .orWhere(column, '>', latest.toISOString());
}

/** The incident that an entry of a log is of. */
function ofItsIncident(builder: Knex.QueryBuilder): void {
  builder
    .from('incidents')
    .whereRaw('?? = ??', ['incidents.source_id', 'incident_events.source_id'])
    .whereRaw('?? = ??', ['incidents.id', 'incident_events.incident_id']);
}

function toEventRow(sourceId: string, event: IncidentEvent): EventRow {
  return {
    source_id: sourceId,
    id: event.id,
    incident_id: event.incidentId,
    at: event.at,
    data: JSON.stringify(event),
  };
}

/** None where what is stored cannot be read. */
function toIncident({ data }: IncidentRow): Incident[] {
  return [parseJsonColumn(incidentRecord, data) ?? []].flat();
}

function toIncidents(rows: IncidentRow[]): Incident[] {
  return rows
    .flatMap(toIncident)
    .filter(({ createdAt }) => Number.isFinite(Date.parse(createdAt)));
}
