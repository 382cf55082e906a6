import { Knex } from 'knex';
import { noGroup } from '../slos/DefinitionStore';
import { inChunks } from '../store/inChunks';

interface KeyRow {
  kind: string;
  id: string;
  since: string;
}

/** Tables by the column that names what their rows belong to. */
export interface OwnedTables {
  kind: 'group' | 'source';
  tables: ReadonlyArray<{ name: string; column: string }>;
}

/** Where rows of SLI groups are. */
export const groupTables: OwnedTables = {
  kind: 'group',
  tables: [
    { name: 'ledger_entries', column: 'group_id' },
    { name: 'ledger_days', column: 'group_id' },
    { name: 'sli_groups', column: 'id' },
    { name: 'sli_windows', column: 'group_id' },
    { name: 'sli_readings', column: 'group_id' },
    { name: 'sli_looks', column: 'group_id' },
    { name: 'sli_sightings', column: 'group_id' },
    { name: 'slo_revisions', column: 'group_id' },
    { name: 'slo_incident_shares', column: 'group_id' },
  ],
};

/** Where rows of instances and accounts are. */
export const sourceTables: OwnedTables = {
  kind: 'source',
  tables: [
    'on_call_directory',
    'on_call_shifts',
    'on_call_readings',
    'on_call_cursors',
    'incidents',
    'incident_events',
    'slo_incident_shares',
    'alerts',
    'alert_rules',
    'alert_silences',
    'webhook_deliveries',
    'webhook_counts',
    'source_status',
  ].map(name => ({ name, column: 'source_id' })),
};

/** Finds rows that belong to nothing any more, and removes them. */
export class AbandonedStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Groups that an objective of any entity is measured by, and none. */
  async listDefinedGroups(): Promise<Set<string>> {
    const ids: string[] = await this.#knex('slo_definitions')
      .whereNotNull('group_id')
      .distinct()
      .pluck('group_id');
    return new Set([noGroup, ...ids]);
  }

  /**
   * Notes since when rows belong to something that is not alive; what came back
   * is forgotten.
   */
  async note(
    { kind, tables }: OwnedTables,
    isAlive: (id: string) => boolean,
    now: Date,
  ): Promise<void> {
    const stored = new Set<string>();
    for (const { name, column } of tables) {
      const ids: string[] = await this.#knex(name).distinct().pluck(column);
      ids.forEach(id => stored.add(id));
    }
    const since = now.toISOString();
    const abandoned = [...stored].filter(id => !isAlive(id));
    for (const chunk of inChunks(abandoned)) {
      await this.#knex<KeyRow>('abandoned_keys')
        .insert(chunk.map(id => ({ kind, id, since })))
        .onConflict(['kind', 'id'])
        .ignore();
    }
    const kept = new Set(abandoned);
    const noted = await this.#knex<KeyRow>('abandoned_keys').where({ kind });
    // Of a time to come: the clock was set back, and the wait begins anew.
    const over = noted.filter(row => !kept.has(row.id) || row.since > since);
    await this.#forget(
      kind,
      over.map(({ id }) => id),
    );
  }

  /** Removes what was abandoned before a time. */
  async remove({ kind, tables }: OwnedTables, before: Date): Promise<string[]> {
    const ids: string[] = await this.#knex<KeyRow>('abandoned_keys')
      .where({ kind })
      .andWhere('since', '<=', before.toISOString())
      .pluck('id');
    for (const chunk of inChunks(ids)) {
      for (const { name, column } of tables) {
        await this.#knex(name).whereIn(column, chunk).delete();
      }
      await this.#forget(kind, chunk);
    }
    return ids;
  }

  /** Removes sightings of what was last seen before a time. */
  async removeSightings(before: Date): Promise<void> {
    await this.#knex('sli_sightings')
      .where('last_seen_at', '<', before.toISOString())
      .where({ live: false })
      .delete();
  }

  async #forget(kind: string, ids: string[]): Promise<void> {
    for (const chunk of inChunks(ids)) {
      await this.#knex<KeyRow>('abandoned_keys')
        .where({ kind })
        .whereIn('id', chunk)
        .delete();
    }
  }
}
