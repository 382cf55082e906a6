import {
  EventCounts,
  Problem,
  problemSchema,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { parseJsonColumn } from '../store/jsonColumn';
import { keepKnown } from '../store/keepKnown';
import { writeChanged } from '../store/writeChanged';
import { Series, seriesKey, wantedSeries } from './Series';
import { WindowStatus, WindowStore } from './WindowStore';

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

const columns = {
  entity_value: 'text',
  bad: 'number',
  total: 'number',
  coverage: 'number',
  invalid: 'text',
} as const;

/** A window as this process last wrote or read it. */
interface HeldWindow {
  /** End of the read it is from. */
  at: number;
  /** When that was. */
  readAt?: number;
  readings: ReadonlyMap<string, WindowReading>;
}

/**
 * Keeps the latest reading of each window and entity. When it was read stands
 * once in the group's window, so that figures which did not change need no
 * write: idle services cost nothing.
 */
export class ReadingStore {
  readonly #knex: Knex;
  readonly #windows: WindowStore;
  /** By group and window; whoever reads the group next needs all of it. */
  readonly #held = new Map<string, Map<string, HeldWindow>>();

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
    const rows = [...read.readings].map(([value, reading]) => ({
      entity_value: value,
      bad: reading.counts?.bad ?? null,
      total: reading.counts?.total ?? null,
      coverage: reading.coverage,
      invalid: reading.invalid ? JSON.stringify(reading.invalid) : null,
    }));
    await this.#knex.transaction(async trx => {
      await writeChanged(trx, {
        table: 'sli_readings',
        common: { group_id: groupId, window },
        key: ['entity_value'],
        columns,
        rows,
      });
      await this.#windows.recordSuccess(trx, groupId, window, read);
    });
    this.#hold(groupId, window, {
      at: read.at.getTime(),
      readAt: read.attemptedAt.getTime(),
      readings: read.readings,
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

  /** Of many entities in one statement: by {@link seriesKey}, then by window. */
  async listOfSeries(
    series: readonly Series[],
  ): Promise<Map<string, Map<string, WindowReading>>> {
    const wanted = wantedSeries(this.#knex, series);
    const rows: ReadingRow[] = await this.#knex
      .select('readings.*')
      .from(this.#knex.raw(wanted.sql, wanted.bindings))
      .join('sli_readings as readings', join =>
        join
          .on('readings.group_id', 'wanted.group_id')
          .andOn('readings.entity_value', 'wanted.entity_value'),
      );
    const found = new Map<string, Map<string, WindowReading>>();
    for (const row of rows) {
      const key = seriesKey({
        groupId: row.group_id,
        entityValue: row.entity_value,
      });
      const windows = found.get(key) ?? new Map<string, WindowReading>();
      found.set(key, windows.set(row.window, toReading(row)));
    }
    return found;
  }

  /**
   * By window and entity value, of a whole group. Windows that were written, or
   * read, by this process come from its memory as long as no other has read
   * them anew.
   */
  async listOfGroup(
    groupId: string,
    windows: Iterable<Pick<WindowStatus, 'window' | 'at' | 'readAt'>>,
  ): Promise<Map<string, ReadonlyMap<string, WindowReading>>> {
    const byWindow = new Map<string, ReadonlyMap<string, WindowReading>>();
    for (const status of windows) {
      const { window } = status;
      if (!status.at) {
        continue;
      }
      const at = status.at.getTime();
      const readAt = status.readAt?.getTime();
      const held = this.#held.get(groupId)?.get(window);
      const readings =
        held?.at === at && held.readAt === readAt
          ? held.readings
          : await this.#listOfWindow(groupId, window);
      this.#hold(groupId, window, { at, readAt, readings });
      byWindow.set(window, readings);
    }
    return byWindow;
  }

  async #listOfWindow(
    groupId: string,
    window: string,
  ): Promise<Map<string, WindowReading>> {
    const rows = await this.#knex<ReadingRow>('sli_readings').where({
      group_id: groupId,
      window,
    });
    return new Map(rows.map(row => [row.entity_value, toReading(row)]));
  }

  #hold(groupId: string, window: string, held: HeldWindow): void {
    const windows = this.#held.get(groupId) ?? new Map<string, HeldWindow>();
    windows.set(window, held);
    this.#held.set(groupId, windows);
  }

  /** Lets go of what is in memory of other groups. */
  keepInMemory(isKnown: (groupId: string) => boolean): void {
    keepKnown(this.#held, isKnown);
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
