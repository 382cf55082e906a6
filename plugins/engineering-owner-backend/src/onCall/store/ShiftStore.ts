import {
  observedShifts,
  OnCallShift,
  reconstructedShifts,
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
  reconstructed: boolean | number;
}

interface ReadingRow {
  source_id: string;
  policy_id: string;
  read_at: string;
  read_until: string;
  first_read_at: string | null;
  known_from: string | null;
}

/** Since when a policy has been read, and from when on its shifts are known. */
export interface KnownPast {
  policyId: string;
  firstReadAt: Date;
  knownFrom: Date;
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
              first_read_at: at.toISOString(),
              known_from: at.toISOString(),
            })),
          )
          .onConflict(['source_id', 'policy_id'])
          .merge(['read_at', 'read_until']);
      });
    }
  }

  /**
   * Ends the shifts of policies that are read no more, each with its last
   * reading: what came after it nobody has seen. Once, until they are read again.
   */
  async endOthers(sourceId: string, policyIdsRead: string[]): Promise<void> {
    const read = new Set(policyIdsRead);
    const open: Array<Pick<ReadingRow, 'policy_id' | 'read_at'>> =
      await this.#knex<ReadingRow>('on_call_readings')
        .where({ source_id: sourceId })
        .whereRaw('read_until > read_at')
        .select('policy_id', 'read_at');
    const left = new Map<string, string[]>();
    for (const { policy_id, read_at } of open) {
      if (!read.has(policy_id)) {
        left.set(read_at, [...(left.get(read_at) ?? []), policy_id]);
      }
    }
    for (const [readAt, policyIds] of left) {
      const at = new Date(readAt);
      await this.save(sourceId, { policyIds, at, until: at, shifts: [] });
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

  /**
   * Adds what was read of the time before some policies were known: the stretch
   * that ends where it began. Marked, and never in the place of what was observed.
   */
  async saveReconstructed(
    sourceId: string,
    reading: { past: KnownPast[]; from: Date; to: Date; shifts: OnCallShift[] },
  ): Promise<void> {
    const { past, from, to } = reading;
    const policyIds = past.map(({ policyId }) => policyId);
    const read = byPolicy(reading.shifts);
    await this.#knex.transaction(async trx => {
      const rows: ShiftRow[] = [];
      for (const chunk of inChunks(policyIds)) {
        const known = byPolicy(
          (
            await trx<ShiftRow>('on_call_shifts')
              .where({ source_id: sourceId, reconstructed: false })
              .whereIn('policy_id', chunk)
          ).map(toShift),
        );
        for (const policyId of chunk) {
          const added = reconstructedShifts({
            observed: known.get(policyId) ?? [],
            read: read.get(policyId) ?? [],
            from,
            to,
          });
          rows.push(...added.map(shift => toRow(sourceId, shift)));
        }
      }
      for (const chunk of inChunks(rows)) {
        await trx<ShiftRow>('on_call_shifts').insert(chunk);
      }
      for (const { policyId, firstReadAt } of past) {
        await trx<ReadingRow>('on_call_readings')
          .where({ source_id: sourceId, policy_id: policyId })
          .update({
            first_read_at: firstReadAt.toISOString(),
            known_from: from.toISOString(),
          });
      }
    });
  }

  /** Of some policies, from when on shifts are known; those never read are left out. */
  async listKnownPast(
    sourceId: string,
    policyIds: string[],
  ): Promise<KnownPast[]> {
    const past: KnownPast[] = [];
    for (const chunk of inChunks([...new Set(policyIds)])) {
      const readings = await this.#readings(this.#knex, sourceId, chunk);
      for (const [policyId, row] of readings) {
        const firstReadAt = row.first_read_at ?? row.read_at;
        past.push({
          policyId,
          firstReadAt: new Date(firstReadAt),
          knownFrom: new Date(row.known_from ?? firstReadAt),
        });
      }
    }
    return past;
  }

  /** Shifts that touch a stretch, of some policies or of some people. */
  async listBetween(
    sourceId: string,
    of: { policyIds: string[] } | { responderIds: string[] },
    { from, to }: { from: Date; to: Date },
  ): Promise<OnCallShift[]> {
    const [column, ids] =
      'policyIds' in of
        ? (['policy_id', of.policyIds] as const)
        : (['responder_id', of.responderIds] as const);
    const shifts: OnCallShift[] = [];
    for (const chunk of inChunks([...new Set(ids)])) {
      const rows = await this.#knex<ShiftRow>('on_call_shifts')
        .where({ source_id: sourceId })
        .whereIn(column, chunk)
        .where(builder =>
          builder
            .whereNull('starts_at')
            .orWhere('starts_at', '<', to.toISOString()),
        )
        .where(builder =>
          builder
            .whereNull('ends_at')
            .orWhere('ends_at', '>', from.toISOString()),
        );
      shifts.push(...rows.map(toShift));
    }
    return shifts;
  }

  /** When each of these policies was last read; not those that never were, or not again. */
  async listReadAt(
    sourceId: string,
    policyIds: string[],
  ): Promise<Map<string, Date>> {
    const readAt = new Map<string, Date>();
    for (const chunk of inChunks(policyIds)) {
      const readings = await this.#readings(this.#knex, sourceId, chunk);
      for (const { policy_id, read_at, read_until } of readings.values()) {
        if (read_until > read_at) {
          readAt.set(policy_id, new Date(read_at));
        }
      }
    }
    return readAt;
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
    reconstructed: shift.reconstructed ?? false,
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
    // SQLite has no booleans.
    ...(Boolean(row.reconstructed) && { reconstructed: true }),
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
