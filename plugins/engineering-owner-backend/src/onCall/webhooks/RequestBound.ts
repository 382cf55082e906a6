import { Clock } from '../../ingest/clock';

/**
 * Bounds how many requests are looked at: so many at once, and after that so
 * many a second, and never more than some at the same time.
 */
export class RequestBound {
  readonly #options: { clock: Clock; atOnce: number; perSecond: number };
  readonly #together: number;
  #left: number;
  #filledAt: number;
  #underWay = 0;

  constructor(options: {
    clock: Clock;
    atOnce: number;
    perSecond: number;
    /** At the same time. */
    together: number;
  }) {
    this.#options = options;
    this.#together = options.together;
    this.#left = options.atOnce;
    this.#filledAt = options.clock().getTime();
  }

  /** Lets a request in, or not; whoever is let in leaves by what is returned. */
  enter(): (() => void) | undefined {
    const { clock, atOnce, perSecond } = this.#options;
    const now = clock().getTime();
    // A clock that was set back gives nothing, and takes nothing.
    const seconds = Math.max(0, now - this.#filledAt) / 1000;
    this.#left = Math.min(atOnce, this.#left + seconds * perSecond);
    this.#filledAt = now;
    if (this.#left < 1 || this.#underWay >= this.#together) {
      return undefined;
    }
    this.#left -= 1;
    this.#underWay += 1;
    return () => {
      this.#underWay -= 1;
    };
  }
}
