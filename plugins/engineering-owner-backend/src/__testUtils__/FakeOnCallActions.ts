import {
  Incident,
  IncidentEvent,
  IncidentRecord,
} from '@engineering-owner/backstage-plugin-common';
import {
  ActingPerson,
  IncidentOpening,
  OnCallActions,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { FakeOnCallSource } from './FakeOnCallSource';

/** The calls of an account's actions, by name. */
export type Act = keyof OnCallActions;

/** Acts on the incidents of a fake account, and notes who did what. */
export class FakeOnCallActions implements OnCallActions {
  readonly #source: FakeOnCallSource;
  readonly done: Array<{ act: Act; by?: string; what?: unknown }> = [];
  /** Throws to make a call fail. */
  before: (act: Act) => void = () => {};

  constructor(source: FakeOnCallSource) {
    this.#source = source;
  }

  async readIncident(
    incidentId: string,
    options: ReadOptions,
  ): Promise<Incident | undefined> {
    this.#begin('readIncident', options);
    return this.#source.records.get(incidentId)?.incident;
  }

  async readRecord(
    incidentId: string,
    options: ReadOptions,
  ): Promise<IncidentRecord | undefined> {
    this.#begin('readRecord', options);
    return this.#source.records.get(incidentId);
  }

  async readPriorities(options: ReadOptions): Promise<string[]> {
    this.#begin('readPriorities', options);
    return ['P1', 'P2'];
  }

  async acknowledge(
    { incidentId, by }: { incidentId: string; by: ActingPerson },
    options: ReadOptions,
  ): Promise<Incident> {
    this.#begin('acknowledge', options, by);
    return this.#change(incidentId, 'acknowledge', { status: 'acknowledged' });
  }

  async resolve(
    {
      incidentId,
      by,
      note,
    }: { incidentId: string; by: ActingPerson; note?: string },
    options: ReadOptions,
  ): Promise<Incident> {
    this.#begin('resolve', options, by, note);
    return this.#change(incidentId, 'resolve', {
      status: 'resolved',
      resolvedAt: new Date().toISOString(),
    });
  }

  async addNote(
    {
      incidentId,
      by,
      content,
    }: { incidentId: string; by: ActingPerson; content: string },
    options: ReadOptions,
  ): Promise<void> {
    this.#begin('addNote', options, by, content);
    this.#change(incidentId, 'annotate', {});
  }

  async trigger(
    { by, ...opening }: IncidentOpening & { by: ActingPerson },
    options: ReadOptions,
  ): Promise<Incident> {
    this.#begin('trigger', options, by, opening);
    const id = `QNEW${this.#source.records.size}`;
    const incident: Incident = {
      id,
      title: opening.title,
      serviceId: opening.serviceId,
      urgency: opening.urgency,
      status: 'triggered',
      createdAt: new Date().toISOString(),
      assignees: [{ id: 'PADA', name: 'Ada Lovelace' }],
    };
    this.#source.put({ incident, events: [this.#event(id, 'trigger')] });
    return incident;
  }

  #begin(
    act: Act,
    { signal }: ReadOptions,
    by?: ActingPerson,
    what?: unknown,
  ): void {
    signal.throwIfAborted();
    this.done.push({
      act,
      ...(by && { by: by.email }),
      ...(what !== undefined && { what }),
    });
    this.before(act);
  }

  #change(
    id: string,
    kind: IncidentEvent['kind'],
    rest: Partial<Incident>,
  ): Incident {
    const record = this.#source.records.get(id);
    if (!record) {
      throw new Error(`There is no incident ${id}`);
    }
    const incident = { ...record.incident, ...rest };
    this.#source.put({
      incident,
      events: [...record.events, this.#event(id, kind)],
    });
    return incident;
  }

  #event(incidentId: string, kind: IncidentEvent['kind']): IncidentEvent {
    return {
      id: `${incidentId}-${kind}-${this.done.length}`,
      incidentId,
      at: new Date().toISOString(),
      kind,
      agent: { type: 'user', id: 'PADA', name: 'Ada Lovelace' },
      channel: 'api',
    };
  }
}
