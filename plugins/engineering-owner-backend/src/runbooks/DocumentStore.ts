import {
  Problem,
  problemSchema,
  RunbookFrontMatter,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { inChunks } from '../store/inChunks';
import { parseJsonColumn } from '../store/jsonColumn';
import { ParsedRunbook } from './parseRunbook';

/** How a document's last read ended, apart from failures that may pass. */
export type DocumentOutcome =
  | 'read'
  | 'empty'
  | 'not_found'
  | 'not_allowed'
  | 'too_large'
  | 'not_markdown'
  | 'unreadable';

/** What is known of a runbook's document. Times in ISO 8601. */
export interface StoredDocument {
  id: string;
  outcome: DocumentOutcome;
  failingSince?: string;
  checkedAt: string;
  etag?: string;
  title?: string;
  frontMatter?: RunbookFrontMatter;
  problems: Problem[];
  /** Absent when not asked for. */
  content?: string;
}

interface DocumentRow {
  id: string;
  url: string;
  outcome: DocumentOutcome;
  failing_since: string | null;
  last_error: string | null;
  checked_at: string;
  etag: string | null;
  title: string | null;
  front_matter: string | null;
  problems: string;
  content: string | null;
}

const described = [
  'id',
  'outcome',
  'failing_since',
  'checked_at',
  'etag',
  'title',
  'front_matter',
  'problems',
] as const;

const frontMatterSchema: z.ZodType<RunbookFrontMatter> = z.object({
  title: z.string().optional(),
  alerts: z.array(z.string()),
  owner: z.string().optional(),
  severity: z.string().optional(),
  automation: z.array(z.object({ title: z.string(), url: z.string() })),
  lastReviewedOn: z.string().optional(),
  reviewIn: z.string().optional(),
  lastTestedOn: z.string().optional(),
  testIn: z.string().optional(),
  lastTestResult: z.enum(['passed', 'failed']).optional(),
});

/** Keeps what was read of runbooks. */
export class DocumentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By id; those that were never asked for are left out. */
  async getMany(
    ids: readonly string[],
    options: { withContent: boolean },
  ): Promise<Map<string, StoredDocument>> {
    const columns = options.withContent
      ? [...described, 'content' as const]
      : [...described];
    const documents = new Map<string, StoredDocument>();
    for (const chunk of inChunks(ids)) {
      const rows = await this.#knex<DocumentRow>('runbook_documents')
        .whereIn('id', chunk)
        .select(columns);
      rows.forEach(row => documents.set(row.id, toDocument(row)));
    }
    return documents;
  }

  /** When each document was last asked for, by id. */
  async listChecks(): Promise<
    Map<string, { checkedAt: string; etag?: string }>
  > {
    const rows = await this.#knex<DocumentRow>('runbook_documents').select(
      'id',
      'checked_at',
      'etag',
    );
    return new Map(
      rows.map(row => [
        row.id,
        { checkedAt: row.checked_at, ...(row.etag && { etag: row.etag }) },
      ]),
    );
  }

  async recordRead(
    document: { id: string; url: string; at: Date; etag?: string },
    runbook: ParsedRunbook,
  ): Promise<void> {
    await this.#write({
      ...emptyRow(document),
      outcome: runbook.content.trim() === '' ? 'empty' : 'read',
      etag: document.etag ?? null,
      title: runbook.title ?? null,
      front_matter: JSON.stringify(runbook.frontMatter),
      problems: JSON.stringify(runbook.problems),
      content: runbook.content,
    });
  }

  /** The document is as it was. */
  async recordUnchanged(id: string, at: Date): Promise<void> {
    await this.#knex<DocumentRow>('runbook_documents').where({ id }).update({
      checked_at: at.toISOString(),
      failing_since: null,
      last_error: null,
    });
  }

  /** There is nothing to show: what was read before is gone or withdrawn. */
  async recordRefusal(
    document: { id: string; url: string; at: Date },
    outcome: Exclude<DocumentOutcome, 'read' | 'empty'>,
  ): Promise<void> {
    await this.#write({ ...emptyRow(document), outcome });
  }

  /** The host fails: what was read before stays, with the time since when. */
  async recordFailure(document: {
    id: string;
    url: string;
    at: Date;
    error: string;
  }): Promise<void> {
    const at = document.at.toISOString();
    const lastError = document.error.replace(/\p{Cc}+/gu, ' ').slice(0, 300);
    await this.#knex<DocumentRow>('runbook_documents')
      .insert({
        ...emptyRow(document),
        outcome: 'unreadable',
        failing_since: at,
        last_error: lastError,
      })
      .onConflict('id')
      .merge({
        checked_at: at,
        last_error: lastError,
        failing_since: this.#knex.raw(
          'coalesce(runbook_documents.failing_since, ?)',
          [at],
        ),
      });
  }

  /** Documents whose host fails now, with its error; some, where there are many. */
  async listFailing(
    most: number,
  ): Promise<Array<{ url: string; error: string }>> {
    const rows = await this.#knex<DocumentRow>('runbook_documents')
      .whereNotNull('failing_since')
      .orderBy('id')
      .limit(most)
      .select('url', 'last_error');
    return rows.map(row => ({ url: row.url, error: row.last_error ?? '' }));
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const chunk of inChunks(ids)) {
      await this.#knex('runbook_documents').whereIn('id', chunk).delete();
    }
  }

  async #write(row: DocumentRow): Promise<void> {
    await this.#knex<DocumentRow>('runbook_documents')
      .insert(row)
      .onConflict('id')
      .merge();
  }
}

function emptyRow(document: { id: string; url: string; at: Date }) {
  return {
    id: document.id,
    url: document.url,
    failing_since: null,
    last_error: null,
    checked_at: document.at.toISOString(),
    etag: null,
    title: null,
    front_matter: null,
    problems: '[]',
    content: null,
  };
}

function toDocument(
  row: Omit<DocumentRow, 'url' | 'content' | 'last_error'> & {
    content?: string | null;
  },
): StoredDocument {
  const frontMatter = parseJsonColumn(frontMatterSchema, row.front_matter);
  return {
    id: row.id,
    outcome: row.outcome,
    checkedAt: row.checked_at,
    ...(row.failing_since && { failingSince: row.failing_since }),
    ...(row.etag && { etag: row.etag }),
    ...(row.title && { title: row.title }),
    ...(frontMatter && { frontMatter }),
    problems: parseJsonColumn(z.array(problemSchema), row.problems) ?? [],
    ...(typeof row.content === 'string' && { content: row.content }),
  };
}
