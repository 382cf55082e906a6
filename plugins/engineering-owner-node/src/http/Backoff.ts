import { UpstreamError } from './UpstreamError';

const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

/**
 * The pause after a server said that it is overloaded: as long as it asks
 * for, else five seconds and twice as long each further time, with jitter so
 * that replicas do not come back together.
 */
export class Backoff {
  private until = -Infinity;
  private refusals = 0;

  constructor(private readonly random: () => number = Math.random) {}

  /** Throws while the pause lasts. */
  check(now: number): void {
    if (now < this.until) {
      throw new UpstreamError(
        'not_asked',
        `asked to be left alone and is, for another ${Math.ceil(
          (this.until - now) / 1000,
        )} s`,
      );
    }
  }

  failed(now: number, retryAfterSeconds: number | undefined): void {
    // Requests that were under way are refused too, which is one refusal.
    const isNews = now >= this.until;
    const doubled = firstPauseMs * 2 ** Math.min(this.refusals, 10);
    const asked = (retryAfterSeconds ?? 0) * 1000;
    const pause = Math.min(
      longestPauseMs,
      Math.max(asked, isNews ? doubled : 0),
    );
    this.refusals += isNews ? 1 : 0;
    this.until = Math.max(this.until, now + pause * (1 + this.random() / 10));
  }

  succeeded(): void {
    this.refusals = 0;
  }
}
