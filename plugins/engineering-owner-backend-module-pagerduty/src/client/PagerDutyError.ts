import { CustomErrorBase } from '@backstage/errors';

/**
 * What went wrong with a request.
 *
 * - `unreachable`: no connection, or it broke
 * - `timeout`: no answer in time
 * - `refused`: an answer that says no; `status` has the number
 * - `malformed`: an answer that cannot be understood
 * - `paused`: not even asked, because asking failed too often lately
 */
export type Failure =
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'malformed'
  | 'paused';

/**
 * A request that brought nothing. The message names the account and the
 * request, quotes PagerDuty's own words and says what is missing. It never
 * holds a token.
 */
export class PagerDutyError extends CustomErrorBase {
  readonly name = 'PagerDutyError';
  readonly failure: Failure;
  readonly status?: number;
  /** Seconds until the rate limit is reset, where a 429 says so. */
  readonly resetSeconds?: number;
  /** PagerDuty's own number for what is wrong, beside the status. */
  readonly code?: number;
  /** PagerDuty's own words for it. */
  readonly words?: string;

  constructor(
    message: string,
    details: {
      failure: Failure;
      status?: number;
      resetSeconds?: number;
      code?: number;
      words?: string;
    },
  ) {
    super(message);
    this.failure = details.failure;
    this.status = details.status;
    this.resetSeconds = details.resetSeconds;
    this.code = details.code;
    this.words = details.words;
  }

  /**
   * The same request may succeed in a moment. Not so after a timeout: what was
   * too slow is only slowed down further by asking again at once.
   */
  get isWorthRetrying(): boolean {
    return (
      (this.isOutage && this.failure !== 'timeout') ||
      this.failure === 'malformed' ||
      this.status === 408 ||
      this.status === 429
    );
  }

  /**
   * PagerDuty says that there is no such thing. A 404 in other words is of
   * something between us, which does not know.
   */
  get isAbsence(): boolean {
    return this.status === 404 && this.words !== undefined;
  }

  /** PagerDuty or the way to it is down. */
  get isOutage(): boolean {
    return (
      this.failure === 'unreachable' ||
      this.failure === 'timeout' ||
      (this.status !== undefined && this.status >= 500)
    );
  }
}
