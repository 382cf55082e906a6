import { Timekeeper } from './Timekeeper';

/** PagerDuty's windows are a minute long; nothing has to wait for longer. */
const LONGEST_PAUSE_SECONDS = 60;

/** After a 429 that does not say how long; whoever met it waits longer still. */
const BLIND_PAUSE_SECONDS = 5;

/** A sixteenth of the limit is left to people: 60 of 960 requests a minute. */
const RESERVED_SHARE = 1 / 16;

/**
 * What an account's key may still ask for. All requests of the account pause
 * together, since they share the limit.
 */
export class RateLimit {
  readonly #time: Timekeeper;
  #resumeAt = 0;
  #usedUpUntil = 0;
  #last: { remaining: number; limit?: number } | undefined;

  constructor(time: Timekeeper) {
    this.#time = time;
  }

  /** As the last answer said it; undefined before the first one that did. */
  get last(): { remaining: number; limit?: number } | undefined {
    return this.#last;
  }

  /** Waits while the limit is used up. */
  async wait(signal: AbortSignal): Promise<void> {
    const pause = this.#resumeAt - this.#time.now();
    if (pause > 0) {
      await this.#time.wait(pause, signal);
    }
  }

  /**
   * Seconds for which not even the reserve is left; undefined while there is
   * something.
   */
  get usedUpForSeconds(): number | undefined {
    const pause = this.#usedUpUntil - this.#time.now();
    return pause > 0 ? Math.ceil(pause / 1000) : undefined;
  }

  /**
   * Notes what an answer says about the limit. Some 429s carry no headers at
   * all; the caller then backs off by itself, while the others pause.
   *
   * @returns seconds until the limit is reset, where the answer says so
   */
  observe(status: number, headers: Headers): number | undefined {
    const remaining = numberOf(headers, 'ratelimit-remaining');
    const limit = numberOf(headers, 'ratelimit-limit');
    const reset = numberOf(headers, 'ratelimit-reset');
    if (remaining !== undefined) {
      this.#last = { remaining, ...(limit !== undefined && { limit }) };
    }
    const reserve = Math.ceil((limit ?? 0) * RESERVED_SHARE);
    const usedUp =
      status === 429 || (remaining !== undefined && remaining <= reserve);
    if (usedUp && reset !== undefined) {
      const seconds = Math.min(reset, LONGEST_PAUSE_SECONDS);
      this.#resumeAt = this.#time.now() + seconds * 1000;
      if (status === 429 || remaining === 0) {
        this.#usedUpUntil = this.#resumeAt;
      }
    }
    if (status === 429 && reset === undefined) {
      this.#resumeAt = Math.max(
        this.#resumeAt,
        this.#time.now() + BLIND_PAUSE_SECONDS * 1000,
      );
    }
    return reset;
  }
}

/** A header that is a number of at least 0. */
function numberOf(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
