import { Silence } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { parseJsonColumn } from '../store/jsonColumn';
import { silenceRecord } from './records';

interface SilenceRow {
  source_id: string;
  silence_id: string;
  data: string;
}

/** The silences of every instance that hold now or will. */
export class SilenceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes the silences of an instance exactly these. */
  async replace(sourceId: string, silences: Silence[]): Promise<void> {
    const byId = new Map(silences.map(silence => [silence.id, silence]));
    const rows = [...byId.values()].map(
      (silence): SilenceRow => ({
        source_id: sourceId,
        silence_id: silence.id,
        data: JSON.stringify(silence),
      }),
    );
    await this.#knex.transaction(async trx => {
      await trx<SilenceRow>('alert_silences')
        .where({ source_id: sourceId })
        .delete();
      for (const chunk of inChunks(rows)) {
        await trx<SilenceRow>('alert_silences').insert(chunk);
      }
    });
  }

  async list(sourceId: string): Promise<Silence[]> {
    const rows = await this.#knex<SilenceRow>('alert_silences')
      .where({ source_id: sourceId })
      .orderBy('silence_id');
    return rows.flatMap(row => parseJsonColumn(silenceRecord, row.data) ?? []);
  }
}
