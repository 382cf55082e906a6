import { Problem } from '@engineering-owner/backstage-plugin-common';

/**
 * Given to every read: stop when the signal aborts.
 *
 * @public
 */
export interface ReadOptions {
  signal: AbortSignal;
  /**
   * Told of what was left out of a read that succeeded otherwise, such as a
   * record that could not be understood. It is shown in `/sources`.
   */
  onProblem?: (problem: Problem) => void;
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
  /**
   * Seconds by which the source's clock is ahead of this host's, negative when
   * behind. Absent while they agree or the source does not tell. No history is
   * kept of what is not over by the source's clock.
   */
  clockSkewSeconds?: number;
}
