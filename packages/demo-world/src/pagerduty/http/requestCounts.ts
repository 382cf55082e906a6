/** One request that came in. */
export interface RecordedRequest {
  /** Epoch milliseconds. */
  at: number;
  method: string;
  path: string;
  /** The query string without `?`. */
  query: string;
  status: number;
}

const KEPT = 1000;

/** Counts requests, so that a test can say how many a client made. */
export class RequestCounts {
  private counts = new Map<string, number>();
  private latest: RecordedRequest[] = [];

  record(request: RecordedRequest): void {
    const key = `${request.method} ${request.path}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.latest = [...this.latest, request].slice(-KEPT);
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** How often a path was asked, e.g. `count('GET /incidents')`. */
  count(methodAndPath: string): number {
    return this.counts.get(methodAndPath) ?? 0;
  }

  /** Counts by `METHOD /path`. */
  byPath(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  /** The latest requests, oldest first; at most 1,000. */
  recent(): RecordedRequest[] {
    return this.latest;
  }

  reset(): void {
    this.counts = new Map();
    this.latest = [];
  }
}
