/**
 * Given to every read: stop when the signal aborts.
 *
 * @public
 */
export interface ReadOptions {
  signal: AbortSignal;
}

/**
 * What a source tells about its own dealings. Counters run since the process
 * started; the backend adds them up in its database.
 *
 * @public
 */
export interface SourceTelemetry {
  requests: number;
  rateLimit?: { remaining: number; limit?: number };
  breaker?: 'closed' | 'open' | 'half_open';
}
