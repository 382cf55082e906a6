import { Authorization } from './Authorization';
import { Timekeeper } from './Timekeeper';

/** What the identity service grants. */
export interface GrantedToken {
  accessToken: string;
  expiresInSeconds: number;
}

/** Renewed this long before it expires, or at half its life if that is short. */
const MARGIN_MS = 5 * 60_000;

/** After a failure while the token still lets in. */
const NEXT_ATTEMPT_MS = 30_000;

interface Token {
  header: string;
  renewAt: number;
  expiresAt: number;
}

/**
 * Tokens of a scoped OAuth app, by client credentials. There is one request
 * for a token at a time, whoever waits for it, and a failed one is forgotten:
 * the next request for a header tries again, so that an account comes back by
 * itself. Until a token expires, that it cannot be renewed harms nobody.
 */
export class OAuthAuthorization implements Authorization {
  readonly #requestToken: (signal: AbortSignal) => Promise<GrantedToken>;
  readonly #time: Timekeeper;
  #token: Token | undefined;
  #renewal: Promise<Token> | undefined;

  /**
   * @param requestToken - asks the identity service
   */
  constructor(
    requestToken: (signal: AbortSignal) => Promise<GrantedToken>,
    time: Timekeeper,
  ) {
    this.#requestToken = requestToken;
    this.#time = time;
  }

  async header(signal: AbortSignal): Promise<string> {
    if (this.#token && this.#time.now() < this.#token.renewAt) {
      return this.#token.header;
    }
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    const token = await abortable(this.#renewal, signal);
    return token.header;
  }

  wasRejected(header: string): boolean {
    // Only the token that was used: another request may have renewed it since.
    if (this.#token?.header === header) {
      this.#token = undefined;
    }
    return true;
  }

  async #renew(): Promise<Token> {
    let granted: GrantedToken;
    try {
      // Not the signal of whoever asked first: others wait for the same answer.
      granted = await this.#requestToken(new AbortController().signal);
    } catch (error) {
      const now = this.#time.now();
      if (!this.#token || now >= this.#token.expiresAt) {
        throw error;
      }
      this.#token = { ...this.#token, renewAt: now + NEXT_ATTEMPT_MS };
      return this.#token;
    }
    const life = granted.expiresInSeconds * 1000;
    const now = this.#time.now();
    this.#token = {
      header: `Bearer ${granted.accessToken}`,
      renewAt: now + Math.max(life - MARGIN_MS, life / 2),
      expiresAt: now + life,
    };
    return this.#token;
  }
}

/** The outcome of shared work, unless the signal aborts before. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
