import { onAbort } from './onAbort';

/**
 * Something that several callers wait for. It is stopped when all of them have
 * given up, not when one has.
 */
export class SharedWork<T> {
  private readonly controller = new AbortController();
  private readonly result: Promise<T>;
  private waiting = 0;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    this.result = start(this.controller.signal);
    // Whoever waits hears of it; when nobody does any more, nobody has to.
    this.result.catch(() => {});
  }

  /** Whether everybody has given up. */
  get abandoned(): boolean {
    return this.controller.signal.aborted;
  }

  /** Waits for the result, or until the signal aborts. */
  async join(signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    this.waiting += 1;
    let release = () => {};
    const aborted = new Promise<never>((_, reject) => {
      release = onAbort(signal, () => reject(signal.reason));
    });
    try {
      return await Promise.race([this.result, aborted]);
    } finally {
      release();
      this.waiting -= 1;
      if (this.waiting === 0 && signal.aborted) {
        this.controller.abort(signal.reason);
      }
    }
  }
}
