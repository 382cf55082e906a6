import { Clock } from '../../ingest/clock';
import { isOlderThan } from '../../ingest/isOlderThan';

/** What a caller may see is asked for again after so long. */
const keptMs = 60_000;
/** Refs of all answers that are kept, some 20 MB of text. */
const mostRefs = 200_000;

interface Answer {
  refs: Promise<string[]>;
  /** Absent while the catalog is being asked. */
  settled?: { at: number; count: number };
}

/**
 * Answers of the catalog, for a minute each. Who asks for what is being asked
 * already waits for that. The oldest go when there are too many refs.
 */
export class VisibleRefs {
  readonly #clock: Clock;
  readonly #answers = new Map<string, Answer>();

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** How many refs are held. */
  get size(): number {
    return [...this.#answers.values()].reduce(
      (sum, { settled }) => sum + (settled?.count ?? 0),
      0,
    );
  }

  get(key: string, ask: () => Promise<string[]>): Promise<string[]> {
    this.#dropOld();
    const known = this.#answers.get(key);
    if (known) {
      return known.refs;
    }
    const answer: Answer = { refs: ask() };
    this.#answers.set(key, answer);
    answer.refs.then(
      ({ length }) => {
        // From here on it counts as the newest.
        this.#answers.delete(key);
        this.#answers.set(key, answer);
        answer.settled = { at: this.#clock().getTime(), count: length };
        this.#makeRoom();
      },
      () => this.#answers.delete(key),
    );
    return answer.refs;
  }

  #dropOld(): void {
    const now = this.#clock();
    for (const [key, { settled }] of this.#answers) {
      if (settled && isOlderThan(settled.at, keptMs, now)) {
        this.#answers.delete(key);
      }
    }
  }

  #makeRoom(): void {
    this.#dropOld();
    let refs = this.size;
    for (const [key, { settled }] of this.#answers) {
      if (refs <= mostRefs) {
        return;
      }
      if (settled) {
        this.#answers.delete(key);
        refs -= settled.count;
      }
    }
  }
}
