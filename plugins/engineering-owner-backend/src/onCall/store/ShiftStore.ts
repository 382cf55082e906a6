import {
  observedShifts,
  OnCallShift,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../../store/inChunks';

interface ShiftRow {
  source_id: string;
  policy_id: string;
  level: number;
  responder_id: string;
  schedule_id: string | null;
  schedule_name: string | null;
  starts_at: string | null;
  ends_at: string | null;
}

interface ReadingRow {
  source_id: string;
  policy_id: string;
  read_at: string;
  read_until: string;
}

/** The shifts of a policy that are not over, and how far ahead was read. */
export interface PolicyShifts {
  readUntil: Date;
  shifts: OnCallShift[];
}

/** Who is and was on call, as observed. */
export class ShiftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds a reading of some policies, from `at` to `until`. */
  async save(
    sourceId: string,
    reading: {
      policyIds: string[];
      at: Date;
      until: Date;
      shifts: OnCallShift[];
    },
  ): Promise<void> {
    const { at, until } = reading;
    const read = byPolicy(reading.shifts);
    for (const policyIds of inChunks([...new Set(reading.policyIds)], 500)) {
      await this.#knex.transaction(async trx => {
        const known = await this.#notOver(trx, sourceId, policyIds, at);
        const lastReadAt = await this.#readings(trx, sourceId, policyIds);
        const changed: string[] = [];
        const rows: ShiftRow[] = [];
        for (const policyId of policyIds) {
          const before = known.get(policyId) ?? [];
          const last = lastReadAt.get(policyId)?.read_at;
          const after = observedShifts({
            known: before,
            read: read.get(policyId) ?? [],
            at,
            ...(last && { lastReadAt: new Date(last) }),
          });
          if (!sameShifts(before, after)) {
            changed.push(policyId);
            rows.push(...after.map(shift => toRow(sourceId, shift)));
          }
        }
        await this.#whereNotOver(trx, sourceId, changed, at).delete();
        for (const chunk of inChunks(rows)) {
          await trx<ShiftRow>('on_call_shifts').insert(chunk);
        }
        await trx<ReadingRow>('on_call_readings')
          .insert(
            policyIds.map(policyId => ({
              source_id: sourceId,
              policy_id: policyId,
              read_at: at.toISOString(),
              read_until: until.toISOString(),
            })),
          )
          .onConflict(['source_id', 'policy_id'])
          .merge(['read_at', 'read_until']);
      });
    }
  }

  /** By policy; those never read are left out. */
  async listCurrent(
    sourceId: string,
    policyIds: string[],
    now: Date,
  ): Promise<Map<string, PolicyShifts>> {
    const shifts = await this.#notOver(this.#knex, sourceId, policyIds, now);
    const readings = await this.#readings(this.#knex, sourceId, policyIds);
    return new Map(
      [...readings].map(([policyId, reading]) => [
        policyId,
        {
          readUntil: new Date(reading.read_until),
          shifts: shifts.get(policyId) ?? [],
        },
      ]),
    );
  }

  /** Whether there are policies among these that were never read. */
  async isUnread(sourceId: string, policyIds: string[]): Promise<boolean> {
    for (const chunk of inChunks(policyIds)) {
      const read = await this.#readings(this.#knex, sourceId, chunk);
      if (read.size < chunk.length) {
        return true;
      }
    }
    return false;
  }

  /** Forgets shifts that ended before. */
  async prune(sourceId: string, before: Date): Promise<void> {
    await this.#knex<ShiftRow>('on_call_shifts')
      .where({ source_id: sourceId })
      .where('ends_at', '<', before.toISOString())
      .delete();
  }

  async #notOver(
    knex: Knex,
    sourceId: string,
    policyIds: string[],
    at: Date,
  ): Promise<Map<string, OnCallShift[]>> {
    const rows = await this.#whereNotOver(knex, sourceId, policyIds, at);
    return byPolicy(rows.map(toShift));
  }

  #whereNotOver(knex: Knex, sourceId: string, policyIds: string[], at: Date) {
    return knex<ShiftRow>('on_call_shifts')
      .where({ source_id: sourceId })
      .whereIn('policy_id', policyIds)
      .where(builder =>
        builder.whereNull('ends_at').orWhere('ends_at', '>', at.toISOString()),
      );
  }

  async #readings(
    knex: Knex,
    sourceId: string,
    policyIds: string[],
  ): Promise<Map<string, ReadingRow>> {
    const rows = await knex<ReadingRow>('on_call_readings')
      .where({ source_id: sourceId })
      .whereIn('policy_id', policyIds);
    return new Map(rows.map(row => [row.policy_id, row]));
  }
}

function byPolicy(shifts: OnCallShift[]): Map<string, OnCallShift[]> {
  const grouped = new Map<string, OnCallShift[]>();
  for (const shift of shifts) {
    const group = grouped.get(shift.policyId) ?? [];
    group.push(shift);
    grouped.set(shift.policyId, group);
  }
  return grouped;
}

function toRow(sourceId: string, shift: OnCallShift): ShiftRow {
  return {
    source_id: sourceId,
    policy_id: shift.policyId,
    level: shift.level,
    responder_id: shift.responderId,
    schedule_id: shift.scheduleId ?? null,
    schedule_name: shift.scheduleName ?? null,
    starts_at: shift.start,
    ends_at: shift.end,
  };
}

function toShift(row: ShiftRow): OnCallShift {
  return {
    policyId: row.policy_id,
    level: row.level,
    responderId: row.responder_id,
    ...(row.schedule_id !== null && { scheduleId: row.schedule_id }),
    ...(row.schedule_name !== null && { scheduleName: row.schedule_name }),
    start: row.starts_at,
    end: row.ends_at,
  };
}

function sameShifts(before: OnCallShift[], after: OnCallShift[]): boolean {
  const text = (shifts: OnCallShift[]) =>
    shifts
      .map(shift => JSON.stringify(toRow('', shift)))
      .sort()
      .join();
  return text(before) === text(after);
}
