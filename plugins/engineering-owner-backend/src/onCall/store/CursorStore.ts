import { Knex } from 'knex';

interface CursorRow {
  source_id: string;
  name: CursorName;
  at: string;
}

/**
 * - `changes`: the change feed was read up to here
 * - `history_end`: where the feed began; history is filled in before it
 * - `history_start`: history was filled in from here on
 * - `webhooks_on`: webhooks are taken without a pause since
 * - `actions_refused:…`: the account refused a change by this person
 */
export type CursorName =
  | 'changes'
  | 'history_end'
  | 'history_start'
  | 'webhooks_on'
  | `actions_refused:${string}`;

/** How far reading got, so that it goes on there after a restart. */
export class CursorStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(sourceId: string, name: CursorName): Promise<Date | undefined> {
    const row = await this.#knex<CursorRow>('on_call_cursors')
      .where({ source_id: sourceId, name })
      .first();
    return row && new Date(row.at);
  }

  async set(sourceId: string, name: CursorName, at: Date): Promise<void> {
    await this.#knex<CursorRow>('on_call_cursors')
      .insert({ source_id: sourceId, name, at: at.toISOString() })
      .onConflict(['source_id', 'name'])
      .merge(['at']);
  }

  /** Those whose names begin so. */
  async list(
    sourceId: string,
    beginning: 'actions_refused:',
  ): Promise<Map<CursorName, Date>> {
    const rows = await this.#knex<CursorRow>('on_call_cursors')
      .where({ source_id: sourceId })
      .whereLike('name', `${beginning}%`);
    return new Map(rows.map(row => [row.name, new Date(row.at)]));
  }

  async remove(sourceId: string, names: CursorName[]): Promise<void> {
    await this.#knex<CursorRow>('on_call_cursors')
      .where({ source_id: sourceId })
      .whereIn('name', names)
      .delete();
  }

  /** Sets a cursor that was never set. */
  async setFirst(sourceId: string, name: CursorName, at: Date): Promise<void> {
    await this.#knex<CursorRow>('on_call_cursors')
      .insert({ source_id: sourceId, name, at: at.toISOString() })
      .onConflict(['source_id', 'name'])
      .ignore();
  }
}
