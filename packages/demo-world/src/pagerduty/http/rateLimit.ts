import { MINUTE, SECOND } from '../time';

/** PagerDuty's limit for one account key: so many requests a minute. */
export class RateLimit {
  private windowStart = 0;
  private used = 0;

  constructor(public limit: number = 960) {}

  /** Counts one request; false when it is over the limit. */
  take(now: number): boolean {
    if (now - this.windowStart >= MINUTE) {
      this.windowStart = now;
      this.used = 0;
    }
    this.used += 1;
    return this.used <= this.limit;
  }

  headers(now: number): Record<string, string> {
    const reset = Math.ceil((this.windowStart + MINUTE - now) / SECOND);
    return {
      'ratelimit-limit': String(this.limit),
      'ratelimit-remaining': String(Math.max(0, this.limit - this.used)),
      'ratelimit-reset': String(Math.max(1, reset)),
    };
  }
}
