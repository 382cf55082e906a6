/** So many steps in a row have to work out before a longer one is tried. */
const STEPS_TO_GROW = 8;

/**
 * How much is read at once, of time or of incidents. A step that was cut off is
 * tried again at half the length, so that progress is made however much there
 * is and however slow the account.
 */
export class StepLength {
  readonly #longest: number;
  readonly #shortest: number;
  #length: number;
  #inARow = 0;

  constructor({ longest, shortest }: { longest: number; shortest: number }) {
    this.#longest = longest;
    this.#shortest = shortest;
    this.#length = longest;
  }

  get length(): number {
    return this.#length;
  }

  /** Reads one step; how it ends decides on the length of the next. */
  async take<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T> {
    try {
      const result = await read();
      this.#inARow += 1;
      if (this.#inARow % STEPS_TO_GROW === 0) {
        this.#length = Math.min(this.#longest, this.#length * 2);
      }
      return result;
    } catch (error) {
      this.#inARow = 0;
      if (signal.aborted) {
        this.#length = Math.max(this.#shortest, Math.floor(this.#length / 2));
      }
      throw error;
    }
  }
}
