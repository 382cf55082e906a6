import { ServiceUnavailableError } from '@backstage/errors';
import pLimit from 'p-limit';

/**
 * Lets few reads that a person waits for reach a source at a time: scheduled
 * reads come first, and nobody waits long.
 */
export class ReadLimit {
  readonly #limit: pLimit.Limit;
  readonly #mostWaiting: number;
  readonly #timeoutMs: number;

  constructor(options: {
    concurrency: number;
    mostWaiting: number;
    /** Of the read with its time in the queue. */
    timeoutMs: number;
  }) {
    this.#limit = pLimit(options.concurrency);
    this.#mostWaiting = options.mostWaiting;
    this.#timeoutMs = options.timeoutMs;
  }

  /**
   * @throws ServiceUnavailableError when too many wait, or when the answer does
   * not come in time
   */
  async run<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#limit.pendingCount >= this.#mostWaiting) {
      throw new ServiceUnavailableError(
        'the source is being asked for too many other charts at the moment',
      );
    }
    const deadline = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new ServiceUnavailableError(
          `the source did not answer within ${this.#timeoutMs / 1000} s`,
        );
        reject(error);
        deadline.abort(error);
      }, this.#timeoutMs);
    });
    const answer = this.#limit(async () => {
      deadline.signal.throwIfAborted();
      return read(deadline.signal);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
      // What comes after the deadline is nobody's any more.
      answer.catch(() => {});
    }
  }
}
