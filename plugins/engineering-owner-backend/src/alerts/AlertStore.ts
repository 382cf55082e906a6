import { Alert } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { parseJsonColumn } from '../store/jsonColumn';
import { entityValueOf } from './entityValue';
import { alertRecord } from './records';

interface AlertRow {
  source_id: string;
  fingerprint: string;
  entity_value: string;
  data: string;
}

/** The alerts of every instance, as they are now. */
export class AlertStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes the alerts of an instance exactly these. */
  async replace(
    sourceId: string,
    alerts: Alert[],
    entityLabel: string,
  ): Promise<void> {
    const rows = eachOnce(alerts).map(
      (alert): AlertRow => ({
        source_id: sourceId,
        fingerprint: alert.fingerprint,
        entity_value: entityValueOf(alert.labels[entityLabel]),
        data: JSON.stringify(alert),
      }),
    );
    await this.#knex.transaction(async trx => {
      await trx<AlertRow>('alerts').where({ source_id: sourceId }).delete();
      for (const chunk of inChunks(rows)) {
        await trx<AlertRow>('alerts').insert(chunk);
      }
    });
  }

  async list(sourceId: string): Promise<Alert[]> {
    const rows = await this.#knex<AlertRow>('alerts').where({
      source_id: sourceId,
    });
    return rows.flatMap(row => parseJsonColumn(alertRecord, row.data) ?? []);
  }

  async listOfEntity(sourceId: string, name: string): Promise<Alert[]> {
    const found = await this.listOfEntities(sourceId, [name]);
    return [...found.values()].flat();
  }

  /** By the form of a name in which they are compared, see `entityValueOf`. */
  async listOfEntities(
    sourceId: string,
    names: string[],
  ): Promise<Map<string, Alert[]>> {
    const found = new Map<string, Alert[]>();
    for (const chunk of inChunks([...new Set(names.map(entityValueOf))])) {
      const rows = await this.#knex<AlertRow>('alerts')
        .where({ source_id: sourceId })
        .whereIn('entity_value', chunk);
      for (const row of rows) {
        const alert = parseJsonColumn(alertRecord, row.data);
        if (alert) {
          const of = found.get(row.entity_value);
          if (of) {
            of.push(alert);
          } else {
            found.set(row.entity_value, [alert]);
          }
        }
      }
    }
    return found;
  }
}

/**
 * Rules of one name in two groups can have alerts with the same labels, of which
 * one only waits: it must not hide the one that fires.
 */
function eachOnce(alerts: Alert[]): Alert[] {
  const byFingerprint = new Map<string, Alert>();
  for (const alert of alerts) {
    const known = byFingerprint.get(alert.fingerprint);
    if (!known || (known.state === 'pending' && alert.state === 'firing')) {
      byFingerprint.set(alert.fingerprint, alert);
    }
  }
  return [...byFingerprint.values()];
}
