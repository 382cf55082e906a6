/** What was refused is asked alone for so long. */
const suspectedForMs = 15 * 60_000;
const mostSuspects = 1_000;

/** Queries that were refused of late, and would have a pack refused again. */
export class Suspects {
  private readonly until = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  add(expression: string): void {
    // The oldest goes; it is found out again.
    const [oldest] = this.until.keys();
    if (this.until.size >= mostSuspects && oldest !== undefined) {
      this.until.delete(oldest);
    }
    this.until.delete(expression);
    this.until.set(expression, this.now() + suspectedForMs);
  }

  has(expression: string): boolean {
    return (this.until.get(expression) ?? -Infinity) > this.now();
  }
}
