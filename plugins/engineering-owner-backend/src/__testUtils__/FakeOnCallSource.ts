import {
  Incident,
  IncidentEvent,
  IncidentRecord,
  OnCallDirectory,
  OnCallShift,
} from '@engineering-owner/backstage-plugin-common';
import {
  IncidentChanges,
  OnCallActions,
  OnCallSource,
  OnCallWebhooks,
  ReadOptions,
  SourceTelemetry,
} from '@engineering-owner/backstage-plugin-node';

/** The reads of a source, by name. */
export type Read = Exclude<
  keyof OnCallSource,
  'source' | 'telemetry' | 'webhooks'
>;

/** An account whose truth is known and which tests change at will. */
export class FakeOnCallSource implements OnCallSource {
  readonly source: { type: string; name: string };
  actions?: OnCallActions;
  webhooks?: OnCallWebhooks;
  directory: OnCallDirectory = { services: [], policies: [], responders: [] };
  shifts: OnCallShift[] = [];
  readonly records = new Map<string, IncidentRecord>();
  /** Reads in the order in which they came. */
  readonly reads: Read[] = [];
  /** The stretches asked for, by read. */
  readonly stretches: Array<{ read: Read; since: Date; until: Date }> = [];
  /** Incidents asked for one by one. */
  readonly idsRead: string[] = [];
  /** Incidents that exist and cannot be read one by one. */
  readonly unreadableIds = new Set<string>();
  /** Throws to make a read fail. */
  beforeRead: (read: Read) => void = () => {};

  constructor(name = 'default') {
    this.source = { type: 'pagerduty', name };
  }

  telemetry(): SourceTelemetry {
    return { requests: this.reads.length, breaker: 'closed' };
  }

  put(record: IncidentRecord): void {
    this.records.set(record.incident.id, record);
  }

  count(read: Read): number {
    return this.reads.filter(each => each === read).length;
  }

  async readDirectory(options: ReadOptions): Promise<OnCallDirectory> {
    this.#begin('readDirectory', options);
    return this.directory;
  }

  async readShifts(
    { policyIds, from, to }: { policyIds: string[]; from: Date; to: Date },
    options: ReadOptions,
  ): Promise<OnCallShift[]> {
    this.#begin('readShifts', options);
    return this.shifts.filter(
      ({ policyId, start, end }) =>
        policyIds.includes(policyId) &&
        (start === null || start < to.toISOString()) &&
        (end === null || end > from.toISOString()),
    );
  }

  async readOpenIncidents(
    { serviceIds }: { serviceIds: string[] },
    options: ReadOptions,
  ): Promise<Incident[]> {
    this.#begin('readOpenIncidents', options);
    return this.#incidents().filter(
      ({ serviceId, status }) =>
        serviceIds.includes(serviceId) && status !== 'resolved',
    );
  }

  async *readIncidents(
    {
      serviceIds,
      since,
      until,
    }: { serviceIds: string[]; since: Date; until: Date },
    options: ReadOptions,
  ): AsyncIterable<Incident[]> {
    this.#begin('readIncidents', options);
    this.stretches.push({ read: 'readIncidents', since, until });
    for (const incident of this.#incidents()) {
      if (
        serviceIds.includes(incident.serviceId) &&
        incident.createdAt >= since.toISOString() &&
        incident.createdAt < until.toISOString()
      ) {
        yield [incident];
      }
    }
  }

  async readIncidentsById(
    ids: string[],
    options: ReadOptions,
  ): Promise<Incident[]> {
    if (ids.length > 0) {
      this.#begin('readIncidentsById', options);
    }
    this.idsRead.push(...ids);
    const unreadable = ids.find(id => this.unreadableIds.has(id));
    if (unreadable !== undefined) {
      throw new Error(`GET /incidents/${unreadable} answered 403`);
    }
    return this.#incidents().filter(({ id }) => ids.includes(id));
  }

  async readChanges(
    { since, until }: { since: Date; until: Date },
    options: ReadOptions,
  ): Promise<IncidentChanges> {
    this.#begin('readChanges', options);
    this.stretches.push({ read: 'readChanges', since, until });
    const events = [...this.records.values()]
      .flatMap((record): IncidentEvent[] => record.events)
      .filter(({ at }) => at >= since.toISOString() && at < until.toISOString())
      .sort((a, b) => a.at.localeCompare(b.at));
    return {
      events,
      incidentIds: [...new Set(events.map(event => event.incidentId))],
    };
  }

  #begin(read: Read, { signal }: ReadOptions): void {
    signal.throwIfAborted();
    this.beforeRead(read);
    signal.throwIfAborted();
    this.reads.push(read);
  }

  #incidents(): Incident[] {
    return [...this.records.values()].map(({ incident }) => incident);
  }
}
