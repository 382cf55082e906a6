import { Clock } from '../ingest/clock';
import { isOlderThan } from '../ingest/isOlderThan';

/** An answer serves everybody who asks for the same within a minute. */
const keepMs = 60_000;
/** A failure is told again for so long before it is tried again. */
const keepFailureMs = 15_000;

interface CachedAnswer<T> {
  answer: Promise<T>;
  /** Absent while the source is being asked. */
  kept?: { since: number; ms: number };
}

/**
 * Asks once for what several want at the same time or soon after each other.
 * Holds a bounded number of answers; the oldest goes first.
 */
export class ReadCache<T> {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #keepFailureMs: number;
  readonly #answers = new Map<string, CachedAnswer<T>>();

  /** @param options.keepFailureMs - 0 where trying again costs nothing */
  constructor(options: { clock: Clock; most: number; keepFailureMs?: number }) {
    this.#clock = options.clock;
    this.#most = options.most;
    this.#keepFailureMs = options.keepFailureMs ?? keepFailureMs;
  }

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const now = this.#clock().getTime();
    const held = this.#answers.get(key);
    if (held && !isOver(held, now)) {
      return held.answer;
    }
    const answer = ask();
    const entry: CachedAnswer<T> = { answer };
    this.#answers.delete(key);
    this.#answers.set(key, entry);
    this.#makeRoom(now);
    const keep = (ms: number) => () => {
      entry.kept = { since: this.#clock().getTime(), ms };
    };
    answer.then(keep(keepMs), keep(this.#keepFailureMs));
    return answer;
  }

  #makeRoom(now: number) {
    for (const [key, held] of this.#answers) {
      if (isOver(held, now) || this.#answers.size > this.#most) {
        this.#answers.delete(key);
      }
    }
  }
}

function isOver({ kept }: CachedAnswer<unknown>, now: number): boolean {
  return kept !== undefined && isOlderThan(kept.since, kept.ms, now);
}
