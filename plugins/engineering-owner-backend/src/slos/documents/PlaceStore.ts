import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { z } from 'zod';
import { FoundText } from '../../documents/findTexts';
import { inChunks } from '../../store/inChunks';
import { parseJsonColumn } from '../../store/jsonColumn';

/** How the last read of a place ended, apart from failures that may pass. */
export type PlaceOutcome =
  | 'read'
  | 'truncated'
  | 'not_found'
  | 'not_allowed'
  | 'unreadable';

/** What is known of a place, without its files. Times in ISO 8601. */
export interface PlaceStatus {
  outcome: PlaceOutcome;
  failingSince?: string;
  lastError?: string;
  checkedAt: string;
  etag?: string;
  /** Of the files. */
  hash: string;
}

interface PlaceRow {
  id: string;
  url: string;
  outcome: PlaceOutcome;
  failing_since: string | null;
  last_error: string | null;
  checked_at: string;
  etag: string | null;
  hash: string;
  files: string;
}

interface Checked {
  id: string;
  url: string;
  at: Date;
}

const filesSchema: z.ZodType<FoundText[]> = z.array(
  z.object({ url: z.string(), text: z.string().optional() }),
);

/** Keeps what was read of the places that entities name. */
export class PlaceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listStatus(): Promise<Map<string, PlaceStatus>> {
    const rows = await this.#knex<PlaceRow>('slo_documents').select(
      'id',
      'outcome',
      'failing_since',
      'last_error',
      'checked_at',
      'etag',
      'hash',
    );
    return new Map(
      rows.map(row => [
        row.id,
        {
          outcome: row.outcome,
          ...(row.failing_since && { failingSince: row.failing_since }),
          ...(row.last_error && { lastError: row.last_error }),
          checkedAt: row.checked_at,
          ...(row.etag && { etag: row.etag }),
          hash: row.hash,
        },
      ]),
    );
  }

  async getFiles(ids: readonly string[]): Promise<Map<string, FoundText[]>> {
    const files = new Map<string, FoundText[]>();
    for (const chunk of inChunks(ids)) {
      const rows = await this.#knex<PlaceRow>('slo_documents')
        .select('id', 'files')
        .whereIn('id', chunk);
      for (const { id, files: text } of rows) {
        files.set(id, parseJsonColumn(filesSchema, text) ?? []);
      }
    }
    return files;
  }

  async recordRead(
    place: Checked & { etag?: string },
    outcome: PlaceOutcome,
    files: FoundText[],
  ): Promise<void> {
    const text = JSON.stringify(files);
    await this.#knex<PlaceRow>('slo_documents')
      .insert({
        id: place.id,
        url: place.url,
        outcome,
        failing_since: null,
        last_error: null,
        checked_at: place.at.toISOString(),
        etag: place.etag ?? null,
        hash: createHash('sha256').update(text).digest('hex'),
        files: text,
      })
      .onConflict('id')
      .merge();
  }

  /** The files are as they were. */
  async recordUnchanged({ id, at }: Checked): Promise<void> {
    await this.#knex<PlaceRow>('slo_documents').where({ id }).update({
      checked_at: at.toISOString(),
      failing_since: null,
      last_error: null,
    });
  }

  /** What was read before stays. */
  async recordFailure({ id, url, at }: Checked, error: string): Promise<void> {
    const checked_at = at.toISOString();
    await this.#knex<PlaceRow>('slo_documents')
      .insert({
        id,
        url,
        outcome: 'unreadable',
        failing_since: checked_at,
        last_error: error,
        checked_at,
        hash: '',
        files: '[]',
      })
      .onConflict('id')
      .merge({
        failing_since: this.#knex.raw('coalesce(??, ?)', [
          'slo_documents.failing_since',
          checked_at,
        ]),
        last_error: error,
        checked_at,
      });
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const chunk of inChunks(ids)) {
      await this.#knex('slo_documents').whereIn('id', chunk).delete();
    }
  }
}
