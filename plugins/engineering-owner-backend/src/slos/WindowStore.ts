import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';

/** How reading a window of a group fares; the same for all its entities. */
export interface WindowStatus {
  window: string;
  /** End of the last good read. */
  at?: Date;
  /** When that read was: the same window may be read again, up to the same end. */
  readAt?: Date;
  attemptedAt?: Date;
  lastError?: string;
  incomplete: boolean;
  /** Days below it were filled in since it was read. */
  ledgerChanged: boolean;
}

interface WindowRow {
  group_id: string;
  window: string;
  at: string | null;
  read_at: string | null;
  attempted_at: string | null;
  last_error: string | null;
  incomplete: boolean | number;
  ledger_changed: boolean | number;
}

/** Keeps when each window of a group was read, and why it was not. */
export class WindowStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(groupId: string): Promise<Map<string, WindowStatus>> {
    const rows = await this.#knex<WindowRow>('sli_windows').where({
      group_id: groupId,
    });
    return new Map(rows.map(row => [row.window, toStatus(row)]));
  }

  /** By group, each by window. */
  async listOfGroups(
    groupIds: readonly string[],
  ): Promise<Map<string, Map<string, WindowStatus>>> {
    const groups = new Map<string, Map<string, WindowStatus>>();
    for (const chunk of inChunks(groupIds)) {
      const rows = await this.#knex<WindowRow>('sli_windows').whereIn(
        'group_id',
        chunk,
      );
      for (const row of rows) {
        const windows = groups.get(row.group_id) ?? new Map();
        groups.set(row.group_id, windows.set(row.window, toStatus(row)));
      }
    }
    return groups;
  }

  /** When reading each group was last tried, by group. */
  async listLastAttempts(): Promise<Map<string, Date>> {
    const rows: Array<{ group_id: string; attempted_at: string | null }> =
      await this.#knex<WindowRow>('sli_windows')
        .select('group_id')
        .max({ attempted_at: 'attempted_at' })
        .groupBy('group_id');
    return new Map(
      rows.flatMap(({ group_id, attempted_at }) =>
        attempted_at === null ? [] : [[group_id, new Date(attempted_at)]],
      ),
    );
  }

  async recordFailure(
    groupId: string,
    window: string,
    failure: { attemptedAt: Date; message: string },
  ): Promise<void> {
    await this.#knex<WindowRow>('sli_windows')
      .insert({
        group_id: groupId,
        window,
        attempted_at: failure.attemptedAt.toISOString(),
        last_error: failure.message,
      })
      .onConflict(['group_id', 'window'])
      .merge(['attempted_at', 'last_error']);
  }

  /** Has windows read again soon, because the days they are made of changed. */
  async recordLedgerChange(groupId: string, windows: string[]): Promise<void> {
    await this.#knex<WindowRow>('sli_windows')
      .where({ group_id: groupId })
      .whereIn('window', windows)
      .update({ ledger_changed: true });
  }

  /** Within the transaction that writes the window's readings. */
  async recordSuccess(
    trx: Knex.Transaction,
    groupId: string,
    window: string,
    success: { at: Date; attemptedAt: Date; incomplete: boolean },
  ): Promise<void> {
    await trx<WindowRow>('sli_windows')
      .insert({
        group_id: groupId,
        window,
        at: success.at.toISOString(),
        read_at: success.attemptedAt.toISOString(),
        attempted_at: success.attemptedAt.toISOString(),
        last_error: null,
        incomplete: success.incomplete,
        ledger_changed: false,
      })
      .onConflict(['group_id', 'window'])
      .merge();
  }
}

function toStatus(row: WindowRow): WindowStatus {
  return {
    window: row.window,
    ...(row.at && { at: new Date(row.at) }),
    ...(row.read_at && { readAt: new Date(row.read_at) }),
    ...(row.attempted_at && { attemptedAt: new Date(row.attempted_at) }),
    ...(row.last_error !== null && { lastError: row.last_error }),
    incomplete: Boolean(row.incomplete),
    ledgerChanged: Boolean(row.ledger_changed),
  };
}
