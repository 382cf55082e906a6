import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { isKeyText } from '../store/isKeyText';
import { valuesOf } from '../store/recordset';
import { Series, seriesKey, wantedSeries } from './Series';
import { valuesOfGroup } from './valuesOfGroup';

/** When an entity's total was seen at all. */
export interface Sighting {
  /** Absent: it was there when first looked. */
  firstSeenAt?: string;
  lastSeenAt: string;
  /** When the shortest window last held it; absent: it never did. */
  lastLiveAt?: string;
}

interface SightingRow {
  group_id: string;
  entity_value: string;
  first_seen_at: string | null;
  /** Of what is live: when it was found to be. */
  last_seen_at: string;
  live: boolean | number;
  /** When what is not live any more was last found to be. */
  last_live_at: string | null;
}

interface LookRow {
  group_id: string;
  at: string;
}

type SightedRow = SightingRow & { looked_at: string | null };

const key = ['group_id', 'entity_value'];

/**
 * Keeps first and last sightings, so that a silence can say since when. What
 * goes on living needs no write: when the group was last looked at stands once.
 */
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
    const alive = live.values.filter(isKeyText);
    await this.#knex.transaction(async trx => {
      const looked = await trx<LookRow>('sli_looks')
        .where({ group_id: groupId })
        .first();
      const next = new Date(live.at.getTime() + live.windowSeconds * 1000);
      if (looked && looked.at >= at && looked.at < next.toISOString()) {
        // Another look was later: this one knows nothing new. One far ahead is
        // of a clock that was set back.
        return;
      }
      const seen = valuesOf(trx, 'seen', alive);
      await trx.raw(
        `insert into sli_sightings
           (group_id, entity_value, first_seen_at, last_seen_at, live)
         select ?, seen.value, ?, ?, true from ${seen.sql}
         left join sli_sightings as old
           on old.group_id = ? and old.entity_value = seen.value
         where old.entity_value is null or not old.live
         on conflict (group_id, entity_value) do update
           set live = true, last_seen_at = excluded.last_seen_at`,
        [groupId, live.lookedBefore ? at : null, at, ...seen.bindings, groupId],
      );
      await trx<SightingRow>('sli_sightings')
        .where({ group_id: groupId, live: true })
        .whereNotExists(
          trx
            .select(trx.raw('1'))
            .from(trx.raw(seen.sql, seen.bindings))
            .whereRaw('seen.value = sli_sightings.entity_value'),
        )
        .update({
          live: false,
          last_seen_at: looked?.at ?? at,
          last_live_at: looked?.at ?? at,
        });
      await trx<SightingRow>('sli_sightings')
        .where({ group_id: groupId, live: false })
        .andWhere('last_seen_at', '>', began)
        .andWhere('last_seen_at', '<', at)
        .update({
          last_seen_at: began,
          last_live_at: trx.raw(
            'case when last_live_at > ? then ? else last_live_at end',
            [began, began],
          ),
        });
      await trx<LookRow>('sli_looks')
        .insert({ group_id: groupId, at })
        .onConflict('group_id')
        .merge();
    });
  }

  /** From the ledger: the stretch in which each value had series, by value. */
  async recordLedger(
    groupId: string,
    seen: ReadonlyMap<string, { first: Date; last: Date }>,
  ): Promise<void> {
    const kept = [...seen].filter(([value]) => isKeyText(value));
    const rows = kept.map(([value, { first, last }]) => ({
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

  /**
   * Forgets values that no SLO is of and that were last seen before a day. Of
   * the others nothing older is known any more, whoever may ask for it later.
   */
  async pruneStrangers(groupId: string, before: string): Promise<void> {
    await this.#knex<SightingRow>('sli_sightings')
      .where({ group_id: groupId })
      .andWhere(first =>
        first.whereNull('first_seen_at').orWhere('first_seen_at', '<', before),
      )
      .whereNotIn('entity_value', valuesOfGroup(this.#knex, groupId))
      .update({ first_seen_at: new Date(before).toISOString() });
    await this.#knex<SightingRow>('sli_sightings')
      .where({ group_id: groupId, live: false })
      .andWhere('last_seen_at', '<', before)
      .whereNotIn('entity_value', valuesOfGroup(this.#knex, groupId))
      .delete();
  }

  async get(groupId: string, value: string): Promise<Sighting | undefined> {
    const row = await this.#select(groupId)
      .andWhere('sli_sightings.entity_value', value)
      .first();
    return row && toSighting(row);
  }

  async listOfGroup(groupId: string): Promise<Map<string, Sighting>> {
    const rows: SightedRow[] = await this.#select(groupId);
    return new Map(rows.map(row => [row.entity_value, toSighting(row)]));
  }

  /** Of many entities in one statement, by {@link seriesKey}. */
  async listOfSeries(
    series: readonly Series[],
  ): Promise<Map<string, Sighting>> {
    const wanted = wantedSeries(this.#knex, series);
    const rows: SightedRow[] = await this.#selectAll().join(
      this.#knex.raw(wanted.sql, wanted.bindings),
      join =>
        join
          .on('sli_sightings.group_id', 'wanted.group_id')
          .andOn('sli_sightings.entity_value', 'wanted.entity_value'),
    );
    return new Map(
      rows.map(row => [
        seriesKey({ groupId: row.group_id, entityValue: row.entity_value }),
        toSighting(row),
      ]),
    );
  }

  #select(groupId: string) {
    return this.#selectAll().where('sli_sightings.group_id', groupId);
  }

  #selectAll() {
    return this.#knex('sli_sightings')
      .leftJoin('sli_looks', 'sli_looks.group_id', 'sli_sightings.group_id')
      .select('sli_sightings.*', 'sli_looks.at as looked_at');
  }
}

function toSighting(row: SightedRow): Sighting {
  const lastSeenAt =
    row.live && row.looked_at !== null && row.looked_at > row.last_seen_at
      ? row.looked_at
      : row.last_seen_at;
  const lastLiveAt = row.live ? lastSeenAt : row.last_live_at;
  return {
    ...(row.first_seen_at !== null && { firstSeenAt: row.first_seen_at }),
    lastSeenAt,
    ...(lastLiveAt !== null && { lastLiveAt }),
  };
}
