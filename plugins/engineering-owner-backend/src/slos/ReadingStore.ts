import {
  EventCounts,
  Problem,
  problemSchema,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { parseJsonColumn } from '../store/jsonColumn';
import { WindowStore } from './WindowStore';

/** What a window says of one entity. */
export interface WindowReading {
  /** Absent: read, without any series. */
  counts?: EventCounts;
  coverage: number;
  invalid?: Problem;
}

interface ReadingRow {
  group_id: string;
  window: string;
  entity_value: string;
  bad: number | null;
  total: number | null;
  coverage: number;
  invalid: string | null;
}

const key = ['group_id', 'window', 'entity_value'];
const facts = ['bad', 'total', 'coverage', 'invalid'] as const;

/**
 * Keeps the latest reading of each window and entity. When it was read stands
 * once in the group's window, so that figures which did not change need no
 * write: idle services cost nothing.
 */
export class ReadingStore {
  readonly #knex: Knex;
  readonly #windows: WindowStore;

  constructor(knex: Knex, windows: WindowStore) {
    this.#knex = knex;
    this.#windows = windows;
  }

  async save(
    groupId: string,
    window: string,
    read: {
      at: Date;
      attemptedAt: Date;
      incomplete: boolean;
      readings: ReadonlyMap<string, WindowReading>;
    },
  ): Promise<void> {
    const rows = [...read.readings].map(
      ([value, reading]): ReadingRow => ({
        group_id: groupId,
        window,
        entity_value: value,
        bad: reading.counts?.bad ?? null,
        total: reading.counts?.total ?? null,
        coverage: reading.coverage,
        invalid: reading.invalid ? JSON.stringify(reading.invalid) : null,
      }),
    );
    await this.#knex.transaction(async trx => {
      for (const chunk of inChunks(rows)) {
        await trx<ReadingRow>('sli_readings')
          .insert(chunk)
          .onConflict(key)
          .merge([...facts])
          .where(builder => {
            for (const column of facts) {
              builder.orWhereRaw('?? is distinct from ??', [
                `sli_readings.${column}`,
                `excluded.${column}`,
              ]);
            }
          });
      }
      await this.#windows.recordSuccess(trx, groupId, window, read);
    });
  }

  /** By window, of one entity. */
  async listOfEntity(
    groupId: string,
    value: string,
  ): Promise<Map<string, WindowReading>> {
    const rows = await this.#knex<ReadingRow>('sli_readings').where({
      group_id: groupId,
      entity_value: value,
    });
    return new Map(rows.map(row => [row.window, toReading(row)]));
  }

  /** By entity value and window, of a whole group. */
  async listOfGroup(
    groupId: string,
  ): Promise<Map<string, Map<string, WindowReading>>> {
    const rows = await this.#knex<ReadingRow>('sli_readings').where({
      group_id: groupId,
    });
    const byValue = new Map<string, Map<string, WindowReading>>();
    for (const row of rows) {
      const windows = byValue.get(row.entity_value) ?? new Map();
      windows.set(row.window, toReading(row));
      byValue.set(row.entity_value, windows);
    }
    return byValue;
  }
}

function toReading(row: ReadingRow): WindowReading {
  const invalid = parseJsonColumn(problemSchema, row.invalid);
  return {
    ...(row.bad !== null &&
      row.total !== null && { counts: { bad: row.bad, total: row.total } }),
    coverage: row.coverage,
    ...(invalid && { invalid }),
  };
}
