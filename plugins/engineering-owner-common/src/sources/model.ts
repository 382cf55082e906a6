import { Problem } from '../problem';

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
}
