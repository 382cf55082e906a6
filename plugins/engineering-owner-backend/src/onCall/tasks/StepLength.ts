const SHORTEST_MS = 60_000;
/** So many steps in a row have to work out before a longer one is tried. */
const STEPS_TO_GROW = 8;

/**
 * How long a stretch is read at once. A step that was cut off is tried again
 * at half the length, so that progress is made however much happened in it.
 */
export class StepLength {
  readonly #longestMs: number;
  #milliseconds: number;
  #inARow = 0;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
    this.#milliseconds = longestMs;
  }

  get milliseconds(): number {
    return this.#milliseconds;
  }

  /** Reads one step; how it ends decides on the length of the next. */
  async take<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T> {
    try {
      const result = await read();
      this.#inARow += 1;
      if (this.#inARow % STEPS_TO_GROW === 0) {
        this.#milliseconds = Math.min(this.#longestMs, this.#milliseconds * 2);
      }
      return result;
    } catch (error) {
      this.#inARow = 0;
      if (signal.aborted) {
        this.#milliseconds = Math.max(SHORTEST_MS, this.#milliseconds / 2);
      }
      throw error;
    }
  }
}
