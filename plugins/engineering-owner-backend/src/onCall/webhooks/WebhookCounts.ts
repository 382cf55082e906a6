import { LoggerService } from '@backstage/backend-plugin-api';
import { WebhookRefusal } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { Clock } from '../../ingest/clock';
import { describeFailure } from '../../ingest/describeFailure';

/** What can become of a webhook. */
export type WebhookOutcome =
  | 'accepted'
  | 'duplicate'
  | 'unknown_account'
  | WebhookRefusal;

/** How often something became of the webhooks of an account, and when last. */
export interface WebhookCount {
  sourceId: string;
  outcome: WebhookOutcome;
  count: number;
  lastAt: string;
}

interface CountRow {
  source_id: string;
  outcome: WebhookOutcome;
  count: number;
  last_at: string;
}

/** Refused webhooks may come by the thousand; the database hears of them this often. */
const WRITE_EVERY_MS = 2_000;

/** Adds to a count, however many replicas do. */
export async function addToCount(
  knex: Knex,
  {
    sourceId,
    outcome,
    added,
    at,
  }: { sourceId: string; outcome: WebhookOutcome; added: number; at: Date },
): Promise<void> {
  await knex<CountRow>('webhook_counts')
    .insert({
      source_id: sourceId,
      outcome,
      count: added,
      last_at: at.toISOString(),
    })
    .onConflict(['source_id', 'outcome'])
    .merge({
      count: knex.raw('?? + ?', ['webhook_counts.count', added]),
      last_at: at.toISOString(),
    });
}

/**
 * Counts webhooks by what became of them. Those that were refused are gathered
 * in memory for a moment, so that whoever sends them by the thousand does not
 * make the database write as often; a process that is killed loses that moment.
 */
export class WebhookCounts {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #gathered = new Map<string, WebhookCount>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { knex: Knex; clock: Clock; logger: LoggerService }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /** Counts one that was not taken. */
  refused(
    sourceId: string,
    outcome: Exclude<WebhookOutcome, 'accepted' | 'duplicate'>,
  ): void {
    const key = `${outcome} ${sourceId}`;
    const before = this.#gathered.get(key);
    this.#gathered.set(key, {
      sourceId,
      outcome,
      count: (before?.count ?? 0) + 1,
      lastAt: this.#clock().toISOString(),
    });
    this.#timer ??= setTimeout(() => this.write(), WRITE_EVERY_MS).unref();
  }

  /** Writes what was gathered; what cannot be written is tried again later. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [key, { sourceId, outcome, count, lastAt }] of [
      ...this.#gathered,
    ]) {
      this.#gathered.delete(key);
      try {
        await addToCount(this.#knex, {
          sourceId,
          outcome,
          added: count,
          at: new Date(lastAt),
        });
      } catch (error) {
        const since = this.#gathered.get(key);
        this.#gathered.set(key, {
          sourceId,
          outcome,
          count: count + (since?.count ?? 0),
          lastAt: since?.lastAt ?? lastAt,
        });
        this.#logger.warn(
          `Refused webhooks could not be counted: ${describeFailure(error)}`,
        );
        return;
      }
    }
  }

  /** Of all accounts, those of this process to the last one. */
  async list(): Promise<WebhookCount[]> {
    await this.write();
    const rows = await this.#knex<CountRow>('webhook_counts').orderBy([
      'source_id',
      'outcome',
    ]);
    return rows.map(row => ({
      sourceId: row.source_id,
      outcome: row.outcome,
      count: row.count,
      lastAt: row.last_at,
    }));
  }
}
