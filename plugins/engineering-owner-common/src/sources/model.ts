import { Problem } from '../problem';

/**
 * Why a delivery was not taken. `too_old`: of a time whose deliveries are not
 * remembered any more, so that a repetition would not be known. `too_many`: more
 * than are taken at once; the sender tries again.
 *
 * @public
 */
export type WebhookRefusal =
  | 'empty'
  | 'malformed'
  | 'not_stored'
  | 'too_large'
  | 'too_many'
  | 'too_old'
  | 'too_slow'
  | 'unsigned'
  | 'wrong_signature';

/**
 * What an account has told by webhooks.
 *
 * @public
 */
export interface WebhookStatus {
  /**
   * `off`: no secret is configured. `waiting`: none has come so far. `silent`:
   * polling found changes that no webhook told of.
   */
  state: 'off' | 'waiting' | 'ok' | 'silent';
  /** The last one that was genuine and new. */
  lastReceivedAt?: string;
  accepted: number;
  /** Those that had been accepted before. */
  duplicates: number;
  refused: Array<{ reason: WebhookRefusal; count: number; lastAt: string }>;
  /** Accepted, and what they name is not read again yet. */
  pending: number;
  /** The first change that no webhook told of. */
  silentSince?: string;
}

/**
 * Answer of `POST /webhooks/{type}/{account}`.
 *
 * @public
 */
export interface WebhookResponse {
  result: 'accepted' | 'duplicate' | 'refused' | 'off' | 'unknown_account';
  reason?: WebhookRefusal;
}

/**
 * How one source is doing.
 *
 * @public
 */
export interface SourceStatus {
  /** `prometheus:default` */
  id: string;
  type: string;
  name: string;
  state: 'ok' | 'failing' | 'pending' | 'misconfigured';
  lastSuccessAt?: string;
  lastError?: { at: string; message: string };
  /** Requests made since the counter was first stored. */
  requests: number;
  rateLimit?: { remaining: number; limit?: number };
  breaker?: 'closed' | 'open' | 'half_open';
  /** Of accounts that on-call is read from. */
  webhooks?: WebhookStatus;
  tasks: Array<{
    name: string;
    lastRunAt?: string;
    lastSuccessAt?: string;
    lastError?: string;
    /** Of a long back-fill, 0 to 1. */
    progress?: number;
  }>;
  problems: Problem[];
}

/**
 * Answer of `GET /sources`.
 *
 * @public
 */
export interface SourcesResponse {
  asOf: string;
  sources: SourceStatus[];
  /** Webhooks to accounts that are not configured, where there were any. */
  strayWebhooks?: Array<{ type: string; count: number; lastAt: string }>;
}
