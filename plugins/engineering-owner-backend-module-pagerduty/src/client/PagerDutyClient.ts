import { SourceTelemetry } from '@engineering-owner/backstage-plugin-node';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import pLimit from 'p-limit';
import { Account } from '../config/Account';
import { Authorization, TokenAuthorization } from './Authorization';
import { OAuthAuthorization } from './OAuthAuthorization';
import { PagerDutyError } from './PagerDutyError';
import { Query, urlOf } from './query';
import { RateLimit } from './RateLimit';
import { refusal } from './refusal';
import { requestToken } from './requestToken';
import { systemTime, Timekeeper } from './Timekeeper';
import { Transport } from './Transport';

const ATTEMPTS = 4;
/** Doubled with each further attempt, and up to doubled again by chance. */
const FIRST_BACKOFF_MS = 500;
/** After a 429 that does not say how long: PagerDuty counts by the minute. */
const FIRST_BLIND_BACKOFF_MS = 5_000;

const OUTAGES_UNTIL_OPEN = 5;
const OPEN_FOR_MS = 30_000;

/**
 * Asks one account, politely: a few requests at a time, within the rate limit,
 * again when it makes sense, and not at all for a while when it is down.
 */
export class PagerDutyClient {
  readonly account: Account;
  readonly #time: Timekeeper;
  readonly #transport: Transport;
  readonly #authorization: Authorization;
  readonly #rateLimit: RateLimit;
  readonly #slots: pLimit.Limit;
  readonly #breaker: CircuitBreakerPolicy;

  constructor(account: Account, time: Timekeeper = systemTime) {
    const { credentials } = account;
    this.account = account;
    this.#time = time;
    this.#transport = new Transport(account);
    this.#authorization =
      credentials.type === 'token'
        ? new TokenAuthorization(credentials.token)
        : new OAuthAuthorization(
            signal =>
              requestToken(account, credentials, this.#transport, signal),
            time,
          );
    this.#rateLimit = new RateLimit(time);
    this.#slots = pLimit(account.maxConcurrency);
    this.#breaker = circuitBreaker(
      handleWhen(error => error instanceof PagerDutyError && error.isOutage),
      {
        halfOpenAfter: OPEN_FOR_MS,
        breaker: new ConsecutiveBreaker(OUTAGES_UNTIL_OPEN),
      },
    );
  }

  telemetry(): SourceTelemetry {
    const rateLimit = this.#rateLimit.last;
    return {
      requests: this.#transport.requests,
      ...(rateLimit && { rateLimit }),
      breaker: breakerWord(this.#breaker.state),
    };
  }

  /**
   * The JSON that a path answers.
   *
   * @throws {@link PagerDutyError}, and the signal's reason when it aborts
   */
  get(path: string, query: Query, signal: AbortSignal): Promise<unknown> {
    return this.#slots(() => this.#getAgain(path, query, signal));
  }

  async #getAgain(
    path: string,
    query: Query,
    signal: AbortSignal,
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      await this.#waitForLimit(path, signal);
      try {
        return await this.#breaker.execute(() =>
          this.#getOnce(path, query, signal),
        );
      } catch (error) {
        if (error instanceof BrokenCircuitError) {
          throw this.#paused(
            path,
            `${OUTAGES_UNTIL_OPEN} requests in a row failed; it is tried again after ${
              OPEN_FOR_MS / 1000
            } s`,
          );
        }
        if (
          attempt === ATTEMPTS ||
          !(error instanceof PagerDutyError) ||
          !error.isWorthRetrying
        ) {
          throw error;
        }
        await this.#waitBeforeRetry(error, attempt, signal);
      }
    }
  }

  async #waitForLimit(path: string, signal: AbortSignal): Promise<void> {
    try {
      await this.#rateLimit.wait(signal);
    } catch {
      // Cut off while waiting: say what for, instead of "aborted".
      throw this.#paused(path, 'the rate limit of the key is used up');
    }
  }

  async #waitBeforeRetry(
    error: PagerDutyError,
    attempt: number,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.#time.wait(backoff(error, attempt), signal);
    } catch {
      throw error;
    }
  }

  #paused(path: string, reason: string): PagerDutyError {
    return new PagerDutyError(
      `PagerDuty account "${this.account.name}": GET ${path} was not asked, since ${reason}`,
      { failure: 'paused' },
    );
  }

  async #getOnce(
    path: string,
    query: Query,
    signal: AbortSignal,
    isSecondTry = false,
  ): Promise<unknown> {
    const { account } = this;
    const authorization = await this.#authorization.header(signal);
    const { status, headers, body } = await this.#transport.send(
      {
        method: 'GET',
        url: urlOf(account.apiBaseUrl, path, query),
        headers: {
          Accept: 'application/vnd.pagerduty+json;version=2',
          'Content-Type': 'application/json',
          Authorization: authorization,
        },
      },
      signal,
    );
    const reset = this.#rateLimit.observe(status, headers);
    if (
      status === 401 &&
      this.#authorization.wasRejected(authorization) &&
      !isSecondTry
    ) {
      return this.#getOnce(path, query, signal, true);
    }
    const asked = `GET ${path}`;
    if (status < 200 || status > 299) {
      throw refusal({
        account,
        asked,
        path,
        status,
        body,
        resetSeconds: reset,
      });
    }
    try {
      return JSON.parse(body);
    } catch {
      throw new PagerDutyError(
        `PagerDuty account "${
          account.name
        }": ${asked} answered ${status} with something that is not JSON and begins ${JSON.stringify(
          body.slice(0, 60),
        )}`,
        { failure: 'malformed' },
      );
    }
  }
}

/** Milliseconds, with chance in them so that replicas do not march in step. */
function backoff(error: PagerDutyError, attempt: number): number {
  // The limit's own pause comes on top where its length is known.
  const isBlind = error.status === 429 && error.resetSeconds === undefined;
  const first = isBlind ? FIRST_BLIND_BACKOFF_MS : FIRST_BACKOFF_MS;
  return first * 2 ** (attempt - 1) * (1 + Math.random());
}

function breakerWord(state: CircuitState): SourceTelemetry['breaker'] {
  switch (state) {
    case CircuitState.Closed:
      return 'closed';
    case CircuitState.HalfOpen:
      return 'half_open';
    default:
      return 'open';
  }
}
