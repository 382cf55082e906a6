import {
  EventCounts,
  PartReading,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { parseJsonColumn } from '../../store/jsonColumn';
import { writeChanged } from '../../store/writeChanged';
import { valuesOfGroup } from '../valuesOfGroup';
import { isCounts, sumOf } from './eventSums';
import {
  emptyEntry,
  LedgerCounts,
  LedgerDay,
  LedgerEntry,
  unreadDay,
} from './LedgerDay';
import { LedgerDayWithEntries } from './mergeDay';

interface DayRow {
  group_id: string;
  day: string;
  hours: string;
  read_at: string | null;
  empty: boolean | number;
  settled_at: string | null;
}

interface EntryRow {
  group_id: string;
  day: string;
  entity_value: string;
  bad: number | null;
  total: number | null;
  invalid: boolean | number;
  hours: string;
}

const entryColumns = {
  entity_value: 'text',
  bad: 'number',
  total: 'number',
  invalid: 'boolean',
  hours: 'text',
} as const;

/** Whole days of an entity, added up. */
export interface DaySum {
  /** Absent: no day had series. */
  counts?: EventCounts;
  /** Days whose figures are not valid. */
  gaps: string[];
}

/** Some hours of an entity, added up. */
export interface HourSum {
  counts: EventCounts;
  /** Hours with series. */
  counted: number;
  /** Most events of one of them. */
  busiest: number;
  /** One of them cannot be judged. */
  invalid: boolean;
}

const hourSigns = { unread: '.', empty: '0', read: '1' } as const;

const hoursSchema = z
  .array(
    z.union([
      z.tuple([z.number(), z.number()]),
      z.literal('invalid'),
      z.null(),
    ]),
  )
  .length(24);

/** The days and hours of every group: what long windows and charts are made of. */
export class LedgerStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The days of a group in a range, first and last included. */
  async listDays(
    groupId: string,
    range: { from: string; to: string },
  ): Promise<Map<string, LedgerDay>> {
    const rows = await this.#knex<DayRow>('ledger_days')
      .where({ group_id: groupId })
      .whereBetween('day', [range.from, range.to]);
    return new Map(rows.map(row => [row.day, toDay(row)]));
  }

  async getDay(groupId: string, day: string): Promise<LedgerDayWithEntries> {
    const days = await this.listDays(groupId, { from: day, to: day });
    const rows = await this.#knex<EntryRow>('ledger_entries').where({
      group_id: groupId,
      day,
    });
    return {
      day: days.get(day) ?? unreadDay,
      entries: new Map(rows.map(row => [row.entity_value, toEntry(row)])),
    };
  }

  async saveDay(
    groupId: string,
    day: string,
    { day: held, entries }: LedgerDayWithEntries,
  ): Promise<void> {
    const rows = [...entries].map(([value, entry]) => toEntryRow(value, entry));
    await this.#knex.transaction(async trx => {
      await writeChanged(trx, {
        table: 'ledger_entries',
        common: { group_id: groupId, day },
        key: ['entity_value'],
        columns: entryColumns,
        rows,
      });
      await trx<DayRow>('ledger_days')
        .insert({
          group_id: groupId,
          day,
          hours: held.hours.map(state => hourSigns[state]).join(''),
          read_at: held.readAt?.toISOString() ?? null,
          empty: held.empty,
          settled_at: held.settledAt?.toISOString() ?? null,
        })
        .onConflict(['group_id', 'day'])
        .merge();
    });
  }

  /**
   * Whole days added up, by entity value: a month of a thousand entities is
   * a thousand rows, not thirty thousand.
   */
  async sumDays(groupId: string, days: string[]): Promise<Map<string, DaySum>> {
    const sums = new Map<string, DaySum>();
    const within = () =>
      this.#knex<EntryRow>('ledger_entries')
        .where({ group_id: groupId })
        .whereIn('day', days);
    const rows: Array<{
      entity_value: string;
      bad: number;
      total: number;
    }> = await within()
      .whereNotNull('total')
      .select('entity_value')
      .sum({ bad: 'bad', total: 'total' })
      .groupBy('entity_value');
    for (const { entity_value, bad, total } of rows) {
      sums.set(entity_value, { counts: { bad, total }, gaps: [] });
    }
    const invalid = await within()
      .where('invalid', true)
      .whereNull('total')
      .select('entity_value', 'day');
    for (const { entity_value, day } of invalid) {
      const sum = sums.get(entity_value);
      sums.set(entity_value, { ...sum, gaps: [...(sum?.gaps ?? []), day] });
    }
    return sums;
  }

  /** Hours of a day added up, by entity value. */
  async sumHours(
    groupId: string,
    day: string,
    hours: number[],
  ): Promise<Map<string, HourSum>> {
    const rows: Array<Pick<EntryRow, 'entity_value' | 'hours'>> =
      await this.#knex<EntryRow>('ledger_entries')
        .where({ group_id: groupId, day })
        .select('entity_value', 'hours');
    return new Map(
      rows.map(row => {
        const ofDay = toHours(row.hours);
        const wanted = hours.map(hour => ofDay[hour]);
        const counted = wanted.filter(isCounts);
        return [
          row.entity_value,
          {
            counts: sumOf(counted),
            counted: counted.length,
            busiest: Math.max(0, ...counted.map(({ total }) => total)),
            invalid: wanted.includes('invalid'),
          },
        ];
      }),
    );
  }

  /** Entries with their hours, by entity value and day. */
  async listEntries(
    groupId: string,
    days: string[],
  ): Promise<Map<string, Map<string, LedgerEntry>>> {
    const byValue = new Map<string, Map<string, LedgerEntry>>();
    const rows = await this.#knex<EntryRow>('ledger_entries')
      .where({ group_id: groupId })
      .whereIn('day', days);
    for (const row of rows) {
      const entries = byValue.get(row.entity_value) ?? new Map();
      entries.set(row.day, toEntry(row));
      byValue.set(row.entity_value, entries);
    }
    return byValue;
  }

  /** One entity's days in a range, first and last included. */
  async listOfEntity(
    groupId: string,
    value: string,
    range: { from: string; to: string },
  ): Promise<Map<string, LedgerEntry>> {
    const rows = await this.#knex<EntryRow>('ledger_entries')
      .where({ group_id: groupId, entity_value: value })
      .whereBetween('day', [range.from, range.to]);
    return new Map(rows.map(row => [row.day, toEntry(row)]));
  }

  /** The newest day of which any group holds events. */
  async newestDay(): Promise<string | undefined> {
    const row: { day?: string | null } | undefined = await this.#knex(
      'ledger_entries',
    )
      .max({ day: 'day' })
      .first();
    return row?.day ?? undefined;
  }

  /** Forgets what is older than a day of the values that no SLO is of. */
  async pruneStrangers(groupId: string, before: string): Promise<void> {
    await this.#knex('ledger_entries')
      .where({ group_id: groupId })
      .andWhere('day', '<', before)
      .whereNotIn('entity_value', valuesOfGroup(this.#knex, groupId))
      .delete();
  }

  /** Forgets what is older than a day. */
  async prune(before: string): Promise<void> {
    await this.#knex('ledger_entries').where('day', '<', before).delete();
    await this.#knex('ledger_days').where('day', '<', before).delete();
  }
}

/** An hour or a day of an entity, as a part of a window. */
export function toPart(counts: LedgerCounts): PartReading {
  if (counts === 'invalid') {
    return 'gap';
  }
  return counts ?? 'no_series';
}

function toDay(row: DayRow): LedgerDay {
  return {
    hours: [...row.hours].map(sign => {
      if (sign === hourSigns.read) {
        return 'read';
      }
      return sign === hourSigns.empty ? 'empty' : 'unread';
    }),
    empty: Boolean(row.empty),
    ...(row.read_at && { readAt: new Date(row.read_at) }),
    ...(row.settled_at && { settledAt: new Date(row.settled_at) }),
  };
}

function toEntry(row: EntryRow): LedgerEntry {
  return { day: dayCounts(row), hours: toHours(row.hours) };
}

function toHours(text: string): LedgerEntry['hours'] {
  const hours = parseJsonColumn(hoursSchema, text)?.map(hour =>
    Array.isArray(hour) ? { bad: hour[0], total: hour[1] } : hour,
  );
  return hours ?? emptyEntry.hours;
}

function dayCounts(
  row: Pick<EntryRow, 'bad' | 'total' | 'invalid'>,
): LedgerCounts {
  if (row.bad !== null && row.total !== null) {
    return { bad: row.bad, total: row.total };
  }
  return row.invalid ? 'invalid' : null;
}

function toEntryRow(value: string, entry: LedgerEntry) {
  const whole = entry.day === 'invalid' ? null : entry.day;
  return {
    entity_value: value,
    bad: whole?.bad ?? null,
    total: whole?.total ?? null,
    invalid: entry.day === 'invalid',
    hours: JSON.stringify(
      entry.hours.map(hour =>
        hour && hour !== 'invalid' ? [hour.bad, hour.total] : hour,
      ),
    ),
  };
}
