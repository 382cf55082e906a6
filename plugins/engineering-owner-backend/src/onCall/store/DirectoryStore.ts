import {
  EscalationPolicy,
  OnCallDirectory,
  OnCallService,
  Responder,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { ZodType } from 'zod';
import { inChunks } from '../../store/inChunks';
import { parseJsonColumn } from '../../store/jsonColumn';
import { policyRecord, responderRecord, serviceRecord } from './records';

type Kind = 'service' | 'policy' | 'responder';

interface DirectoryRow {
  source_id: string;
  kind: Kind;
  id: string;
  data: string;
}

const table = 'on_call_directory';

/** Services, escalation policies and responders of every account. */
export class DirectoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Makes the directory of an account hold exactly this, writing only what
   * differs. Responders that could not be read stay as they are.
   *
   * @returns whether services or policies changed
   */
  async replace(
    sourceId: string,
    directory: OnCallDirectory,
  ): Promise<{ changed: boolean }> {
    const { services, policies, responders } = directory;
    const rows = [
      ...toRows(sourceId, 'service', services),
      ...toRows(sourceId, 'policy', policies),
      ...toRows(sourceId, 'responder', responders ?? []),
    ];
    const stored = new Map(
      (
        await this.#knex<DirectoryRow>(table).where({ source_id: sourceId })
      ).map(row => [keyOf(row), row]),
    );
    const written = rows.filter(
      row => stored.get(keyOf(row))?.data !== row.data,
    );
    const present = new Set(rows.map(keyOf));
    const gone = [...stored.values()].filter(
      row =>
        !present.has(keyOf(row)) && (responders || row.kind !== 'responder'),
    );
    await this.#knex.transaction(async trx => {
      for (const chunk of inChunks(written)) {
        await trx<DirectoryRow>(table)
          .insert(chunk)
          .onConflict(['source_id', 'kind', 'id'])
          .merge(['data']);
      }
      for (const kind of ['service', 'policy', 'responder'] as const) {
        const ids = gone.filter(row => row.kind === kind).map(({ id }) => id);
        for (const chunk of inChunks(ids)) {
          await trx<DirectoryRow>(table)
            .where({ source_id: sourceId, kind })
            .whereIn('id', chunk)
            .delete();
        }
      }
    });
    const changed = [...written, ...gone].some(
      ({ kind }) => kind !== 'responder',
    );
    return { changed };
  }

  /** Makes some services be exactly these; of them, those left out are gone. */
  async replaceServices(
    sourceId: string,
    ids: string[],
    services: OnCallService[],
  ): Promise<void> {
    const rows = toRows(sourceId, 'service', services);
    const gone = ids.filter(id => !services.some(each => each.id === id));
    await this.#knex.transaction(async trx => {
      for (const chunk of inChunks(rows)) {
        await trx<DirectoryRow>(table)
          .insert(chunk)
          .onConflict(['source_id', 'kind', 'id'])
          .merge(['data']);
      }
      for (const chunk of inChunks(gone)) {
        await trx<DirectoryRow>(table)
          .where({ source_id: sourceId, kind: 'service' })
          .whereIn('id', chunk)
          .delete();
      }
    });
  }

  /** Ids of all services of an account. */
  async listServiceIds(sourceId: string): Promise<string[]> {
    const rows = await this.#knex<DirectoryRow>(table)
      .where({ source_id: sourceId, kind: 'service' })
      .orderBy('id')
      .select('id');
    return rows.map(({ id }) => id);
  }

  /** Ids of the policies that services of an account use. */
  async listPolicyIdsInUse(sourceId: string): Promise<string[]> {
    const rows = await this.#knex<DirectoryRow>(table).where({
      source_id: sourceId,
      kind: 'service',
    });
    const ids = parseRows(serviceRecord, rows).flatMap(
      service => service.escalationPolicyId ?? [],
    );
    return [...new Set(ids)].sort();
  }

  /** Ids of the services of an account that use one of some policies. */
  async listServiceIdsOfPolicies(
    sourceId: string,
    policyIds: string[],
  ): Promise<string[]> {
    const rows = await this.#knex<DirectoryRow>(table).where({
      source_id: sourceId,
      kind: 'service',
    });
    return parseRows(serviceRecord, rows).flatMap(service =>
      service.escalationPolicyId !== undefined &&
      policyIds.includes(service.escalationPolicyId)
        ? service.id
        : [],
    );
  }

  /** By id; those that the account does not have are left out. */
  services(
    sourceId: string,
    ids: string[],
  ): Promise<Map<string, OnCallService>> {
    return this.#get(sourceId, 'service', serviceRecord, ids);
  }

  policies(
    sourceId: string,
    ids: string[],
  ): Promise<Map<string, EscalationPolicy>> {
    return this.#get(sourceId, 'policy', policyRecord, ids);
  }

  responders(sourceId: string, ids: string[]): Promise<Map<string, Responder>> {
    return this.#get(sourceId, 'responder', responderRecord, ids);
  }

  /** Those who have an e-mail address, in any case. */
  async findResponders(sourceId: string, email: string): Promise<Responder[]> {
    const rows = await this.#knex<DirectoryRow>(table).where({
      source_id: sourceId,
      kind: 'responder',
    });
    const wanted = email.toLocaleLowerCase('en-US');
    return parseRows(responderRecord, rows).filter(
      responder => responder.email?.toLocaleLowerCase('en-US') === wanted,
    );
  }

  async #get<T extends { id: string }>(
    sourceId: string,
    kind: Kind,
    record: ZodType<T>,
    ids: string[],
  ): Promise<Map<string, T>> {
    const found = new Map<string, T>();
    for (const chunk of inChunks([...new Set(ids)])) {
      const rows = await this.#knex<DirectoryRow>(table)
        .where({ source_id: sourceId, kind })
        .whereIn('id', chunk);
      parseRows(record, rows).forEach(each => found.set(each.id, each));
    }
    return found;
  }
}

function toRows(
  sourceId: string,
  kind: Kind,
  records: Array<{ id: string }>,
): DirectoryRow[] {
  const byId = new Map(records.map(record => [record.id, record]));
  return [...byId].map(([id, record]) => ({
    source_id: sourceId,
    kind,
    id,
    data: JSON.stringify(record),
  }));
}

function keyOf({ kind, id }: DirectoryRow): string {
  return `${kind} ${id}`;
}

function parseRows<T>(record: ZodType<T>, rows: DirectoryRow[]): T[] {
  return rows.flatMap(row => parseJsonColumn(record, row.data) ?? []);
}
