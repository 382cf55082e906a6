import { SourceTelemetry } from '@engineering-owner/backstage-plugin-node';
import { Knex } from 'knex';

/** What all replicas together know of a source. */
export type StoredTelemetry = SourceTelemetry;

interface SourceStatusRow {
  source_id: string;
  requests: number;
  rate_limit: string | null;
  breaker: SourceTelemetry['breaker'] | null;
}

/**
 * Keeps request counts, rate limits and breakers in the database, because any
 * replica may be the one that is asked for `/sources`.
 */
export class SourceStatusStore {
  readonly #knex: Knex;
  /** Requests of this process that are already in the database. */
  readonly #counted = new Map<string, number>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds what a source did since it was last recorded. */
  async record(sourceId: string, telemetry: SourceTelemetry): Promise<void> {
    const counted = this.#counted.get(sourceId) ?? 0;
    this.#counted.set(sourceId, telemetry.requests);
    const added = Math.max(0, telemetry.requests - counted);
    const rateLimit = telemetry.rateLimit
      ? JSON.stringify(telemetry.rateLimit)
      : null;
    const breaker = telemetry.breaker ?? null;
    await this.#knex<SourceStatusRow>('source_status')
      .insert({
        source_id: sourceId,
        requests: added,
        rate_limit: rateLimit,
        breaker,
      })
      .onConflict('source_id')
      .merge({
        requests: this.#knex.raw('?? + ?', ['source_status.requests', added]),
        rate_limit: rateLimit,
        breaker,
      });
  }

  async list(): Promise<Map<string, StoredTelemetry>> {
    const rows = await this.#knex<SourceStatusRow>('source_status');
    return new Map(rows.map(row => [row.source_id, toTelemetry(row)]));
  }
}

function toTelemetry(row: SourceStatusRow): StoredTelemetry {
  return {
    requests: row.requests,
    ...(row.rate_limit && { rateLimit: JSON.parse(row.rate_limit) }),
    ...(row.breaker && { breaker: row.breaker }),
  };
}
