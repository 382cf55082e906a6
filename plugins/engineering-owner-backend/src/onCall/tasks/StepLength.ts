const SHORTEST_MS = 60_000;

/**
 * How long a stretch is read at once. A step that was cut off is tried again
 * at half the length, so that progress is made however much happened in it.
 */
export class StepLength {
  readonly #longestMs: number;
  #milliseconds: number;

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
      this.#milliseconds = Math.min(this.#longestMs, this.#milliseconds * 2);
      return result;
    } catch (error) {
      if (signal.aborted) {
        this.#milliseconds = Math.max(SHORTEST_MS, this.#milliseconds / 2);
      }
      throw error;
    }
  }
}
