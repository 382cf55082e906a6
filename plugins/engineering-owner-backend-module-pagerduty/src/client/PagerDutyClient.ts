import { JsonObject } from '@backstage/types';
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
import { Authorizations } from './Authorizations';
import { PagerDutyError } from './PagerDutyError';
import { Query, urlOf } from './query';
import { RateLimit } from './RateLimit';
import { refusal } from './refusal';
import { scopeOf } from './scopes';
import { systemTime, Timekeeper } from './Timekeeper';
import { Transport } from './Transport';

const ATTEMPTS = 4;
/** Doubled with each further attempt, and up to doubled again by chance. */
const FIRST_BACKOFF_MS = 500;
/** After a 429 that does not say how long: PagerDuty counts by the minute. */
const FIRST_BLIND_BACKOFF_MS = 5_000;

/** Reads are repeated once for people, and soon: somebody waits. */
const ATTEMPTS_FOR_PEOPLE = 2;
const MOST_PATIENCE_MS = 2_000;
/** Apart from the slots of scheduled reads, which may be many. */
const SLOTS_FOR_PEOPLE = 2;

const OUTAGES_UNTIL_OPEN = 5;
const OPEN_FOR_MS = 30_000;

/** A request that changes something. */
export interface Change {
  method: 'POST' | 'PUT';
  path: string;
  /** E-mail address of the person in whose name it is. */
  from: string;
  body: JsonObject;
}

interface Asked {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  query?: Query;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Asks one account, politely: a few requests at a time, within the rate limit,
 * again when it makes sense, and not at all for a while when it is down.
 */
export class PagerDutyClient {
  readonly account: Account;
  readonly #time: Timekeeper;
  readonly #transport: Transport;
  readonly #authorizations: Authorizations;
  readonly #rateLimit: RateLimit;
  readonly #slots: pLimit.Limit;
  readonly #slotsForPeople = pLimit(SLOTS_FOR_PEOPLE);
  readonly #breaker: CircuitBreakerPolicy;

  constructor(account: Account, time: Timekeeper = systemTime) {
    this.account = account;
    this.#time = time;
    this.#transport = new Transport(account);
    this.#authorizations = new Authorizations(account, this.#transport, time);
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
    const { clockSkewSeconds } = this.#transport;
    return {
      requests: this.#transport.requests,
      ...(rateLimit && { rateLimit }),
      breaker: breakerWord(this.#breaker.state),
      ...(clockSkewSeconds !== undefined && { clockSkewSeconds }),
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

  /**
   * The same for somebody who waits: beside scheduled reads, out of the part of
   * the rate limit that is left to people, and tried again once at most.
   *
   * @throws as {@link PagerDutyClient.get}
   */
  getNow(path: string, query: Query, signal: AbortSignal): Promise<unknown> {
    const asked: Asked = { method: 'GET', path, query };
    return this.#slotsForPeople(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#askNow(asked, signal);
        } catch (error) {
          const pause = isWorthRetrying(error)
            ? backoff(error, attempt)
            : Infinity;
          if (attempt === ATTEMPTS_FOR_PEOPLE || pause > MOST_PATIENCE_MS) {
            throw error;
          }
          await this.#time.wait(pause, signal);
        }
      }
    });
  }

  /**
   * Changes something, for somebody who waits. One attempt: whether one that
   * failed was carried out is not known here, and twice may be once too often.
   *
   * @throws as {@link PagerDutyClient.get}
   */
  change(
    { method, path, from, body }: Change,
    signal: AbortSignal,
  ): Promise<unknown> {
    return this.#slotsForPeople(() =>
      this.#askNow(
        {
          method,
          path,
          headers: { From: from },
          body: JSON.stringify(body),
        },
        signal,
      ),
    );
  }

  async #askNow(asked: Asked, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    const seconds = this.#rateLimit.usedUpForSeconds;
    if (seconds !== undefined) {
      throw new PagerDutyError(
        `${this.#notAsked(
          asked,
        )} the rate limit of the key is used up for another ${seconds} s`,
        { failure: 'paused', status: 429, resetSeconds: seconds },
      );
    }
    return this.#guarded(asked, signal);
  }

  async #getAgain(
    path: string,
    query: Query,
    signal: AbortSignal,
  ): Promise<unknown> {
    const asked: Asked = { method: 'GET', path, query };
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      await this.#waitForLimit(asked, signal);
      try {
        return await this.#guarded(asked, signal);
      } catch (error) {
        if (attempt === ATTEMPTS || !isWorthRetrying(error)) {
          throw error;
        }
        await this.#waitBeforeRetry(error, attempt, signal);
      }
    }
  }

  /** Asks, unless the account is down. */
  async #guarded(asked: Asked, signal: AbortSignal): Promise<unknown> {
    try {
      return await this.#breaker.execute(() => this.#askOnce(asked, signal));
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        throw this.#paused(
          asked,
          `${OUTAGES_UNTIL_OPEN} requests in a row failed; it is tried again after ${
            OPEN_FOR_MS / 1000
          } s`,
        );
      }
      throw error;
    }
  }

  async #waitForLimit(asked: Asked, signal: AbortSignal): Promise<void> {
    try {
      await this.#rateLimit.wait(signal);
    } catch {
      // Cut off while waiting: say what for, instead of "aborted".
      throw this.#paused(asked, 'the rate limit of the key is used up');
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

  #paused(asked: Asked, reason: string): PagerDutyError {
    return new PagerDutyError(`${this.#notAsked(asked)} ${reason}`, {
      failure: 'paused',
    });
  }

  #notAsked({ method, path }: Asked): string {
    return `PagerDuty account "${this.account.name}": ${method} ${path} was not asked, since`;
  }

  async #askOnce(
    request: Asked,
    signal: AbortSignal,
    isSecondTry = false,
  ): Promise<unknown> {
    const { account } = this;
    const { method, path, query = {}, body: sent } = request;
    const authorizing = this.#authorizations.of(scopeOf(path, method));
    const authorization = await authorizing.header(signal);
    const { status, headers, body } = await this.#transport.send(
      {
        method,
        url: urlOf(account.apiBaseUrl, path, query),
        headers: {
          Accept: 'application/vnd.pagerduty+json;version=2',
          'Content-Type': 'application/json',
          Authorization: authorization,
          ...request.headers,
        },
        ...(sent !== undefined && { body: sent }),
      },
      signal,
    );
    const reset = this.#rateLimit.observe(status, headers);
    if (
      status === 401 &&
      authorizing.wasRejected(authorization) &&
      !isSecondTry
    ) {
      return this.#askOnce(request, signal, true);
    }
    const asked = `${method} ${path}`;
    if (status < 200 || status > 299) {
      throw refusal({
        account,
        asked,
        method,
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

function isWorthRetrying(error: unknown): error is PagerDutyError {
  return error instanceof PagerDutyError && error.isWorthRetrying;
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
