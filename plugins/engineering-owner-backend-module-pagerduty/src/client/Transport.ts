import { ServerClock } from '@engineering-owner/backstage-plugin-node/http';
import { Account } from '../config/Account';
import { PagerDutyError } from './PagerDutyError';
import { BodyTooLongError, readBody } from './readBody';

/** An HTTP request as it goes out. */
export interface Outgoing {
  method: 'GET' | 'POST' | 'PUT';
  url: URL;
  headers: Record<string, string>;
  body?: URLSearchParams | string;
}

/** An HTTP answer, read to its end. */
export interface Incoming {
  status: number;
  headers: Headers;
  body: string;
}

/** Sends one request and reads its answer, within the account's timeout. */
export class Transport {
  readonly #account: Account;
  readonly #clock = new ServerClock();
  #requests = 0;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Requests sent since the start. */
  get requests(): number {
    return this.#requests;
  }

  /** See `ServerClock`. */
  get clockSkewSeconds(): number | undefined {
    return this.#clock.skewSeconds();
  }

  /**
   * @throws {@link PagerDutyError} when there is no whole answer in time or
   * the answer points elsewhere, and the signal's reason when it aborts
   */
  async send(outgoing: Outgoing, signal: AbortSignal): Promise<Incoming> {
    const { url, ...init } = outgoing;
    const timeout = AbortSignal.timeout(this.#account.timeoutMilliseconds);
    this.#requests += 1;
    const askedAt = Date.now();
    let incoming: Incoming;
    try {
      const response = await fetch(url, {
        ...init,
        // A redirect would carry the client's secret or the token elsewhere.
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      const { status, headers } = response;
      this.#clock.observe(headers, askedAt, Date.now());
      incoming = { status, headers, body: await readBody(response) };
    } catch (error) {
      signal.throwIfAborted();
      throw this.#explain(error, outgoing, timeout.aborted);
    }
    if (incoming.status >= 300 && incoming.status <= 399) {
      throw this.#refuseRedirect(incoming, outgoing);
    }
    return incoming;
  }

  #refuseRedirect(
    { status, headers }: Incoming,
    { method, url }: Outgoing,
  ): PagerDutyError {
    const location = headers.get('location');
    const target =
      location !== null && URL.canParse(location, url)
        ? ` to ${new URL(location, url).origin}`
        : '';
    return new PagerDutyError(
      `PagerDuty account "${this.#account.name}": ${method} ${
        url.pathname
      } at ${
        url.origin
      } answered ${status}, a redirect${target}. Redirects are not followed, since they would hand the credentials on: give ${
        this.#account.place
      } the address that answers itself`,
      { failure: 'refused', status },
    );
  }

  #explain(
    error: unknown,
    { method, url }: Outgoing,
    timedOut: boolean,
  ): PagerDutyError {
    const asked = `PagerDuty account "${this.#account.name}": ${method} ${
      url.pathname
    }`;
    if (timedOut) {
      const seconds = this.#account.timeoutMilliseconds / 1000;
      return new PagerDutyError(
        `${asked} was not answered within ${seconds} s (${
          this.#account.place
        }.timeout)`,
        { failure: 'timeout' },
      );
    }
    if (error instanceof BodyTooLongError) {
      return new PagerDutyError(
        `${asked} got an answer that is too long (${error.message})`,
        { failure: 'malformed' },
      );
    }
    return new PagerDutyError(
      `${asked} did not reach ${url.origin} (${reasonOf(error)})`,
      { failure: 'unreachable' },
    );
  }
}

/**
 * `ECONNREFUSED` and the like. Never the error's own message: it may repeat a
 * header, and with it the token.
 */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause ?? error : undefined;
  if (!(cause instanceof Error)) {
    return 'no reason given';
  }
  return 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : cause.name;
}
