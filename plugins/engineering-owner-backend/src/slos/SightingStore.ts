import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';

/** When an entity's total was seen at all. */
export interface Sighting {
  /** Absent: it was there when first looked. */
  firstSeenAt?: string;
  lastSeenAt: string;
}

interface SightingRow {
  group_id: string;
  entity_value: string;
  first_seen_at: string | null;
  last_seen_at: string;
}

const key = ['group_id', 'entity_value'];

/** Keeps first and last sightings, so that a silence can say since when. */
export class SightingStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * From the shortest window that ends at `at`: who is in it is alive; who is
   * not any more was last seen before that window began, as far as is known.
   */
  async recordLive(
    groupId: string,
    live: {
      values: string[];
      at: Date;
      windowSeconds: number;
      /** Whether the group had been looked at before, so that a new value is born. */
      lookedBefore: boolean;
    },
  ): Promise<void> {
    const at = live.at.toISOString();
    const began = new Date(
      live.at.getTime() - live.windowSeconds * 1000,
    ).toISOString();
    for (const chunk of inChunks(live.values)) {
      await this.#knex<SightingRow>('sli_sightings')
        .insert(
          chunk.map(value => ({
            group_id: groupId,
            entity_value: value,
            first_seen_at: live.lookedBefore ? at : null,
            last_seen_at: at,
          })),
        )
        .onConflict(key)
        .merge(['last_seen_at']);
    }
    await this.#knex<SightingRow>('sli_sightings')
      .where({ group_id: groupId })
      .andWhere('last_seen_at', '>', began)
      .andWhere('last_seen_at', '<', at)
      .update({ last_seen_at: began });
  }

  /** From the ledger: the stretch in which each value had series, by value. */
  async recordLedger(
    groupId: string,
    seen: ReadonlyMap<string, { first: Date; last: Date }>,
  ): Promise<void> {
    const rows = [...seen].map(([value, { first, last }]) => ({
      group_id: groupId,
      entity_value: value,
      first_seen_at: first.toISOString(),
      last_seen_at: last.toISOString(),
    }));
    const earlier = this.#knex.raw(
      `case when sli_sightings.first_seen_at < excluded.first_seen_at
        then sli_sightings.first_seen_at else excluded.first_seen_at end`,
    );
    // A live sighting is finer than an hour: only a wholly later hour counts.
    const later = this.#knex.raw(
      `case when sli_sightings.last_seen_at <= excluded.first_seen_at
        then excluded.last_seen_at else sli_sightings.last_seen_at end`,
    );
    for (const chunk of inChunks(rows)) {
      await this.#knex<SightingRow>('sli_sightings')
        .insert(chunk)
        .onConflict(key)
        .merge({ first_seen_at: earlier, last_seen_at: later });
    }
  }

  async get(groupId: string, value: string): Promise<Sighting | undefined> {
    const row = await this.#knex<SightingRow>('sli_sightings')
      .where({ group_id: groupId, entity_value: value })
      .first();
    return row && toSighting(row);
  }

  async listOfGroup(groupId: string): Promise<Map<string, Sighting>> {
    const rows = await this.#knex<SightingRow>('sli_sightings').where({
      group_id: groupId,
    });
    return new Map(rows.map(row => [row.entity_value, toSighting(row)]));
  }
}

function toSighting(row: SightingRow): Sighting {
  return {
    ...(row.first_seen_at !== null && { firstSeenAt: row.first_seen_at }),
    lastSeenAt: row.last_seen_at,
  };
}
