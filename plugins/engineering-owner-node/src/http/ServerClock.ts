/** A header has whole seconds, and networks take their time; this is neither. */
const toleratedMs = 120_000;

/**
 * How far a server's clock is from ours. What is asked for names a time: one that
 * lies in the server's future finds nothing, and looks as if nothing were there.
 *
 * @public
 */
export class ServerClock {
  private aheadMs = 0;

  /** Takes note of an answer's `Date`, between when it was asked for and arrived. */
  observe(
    headers: { get(name: string): string | null },
    askedAt: number,
    answeredAt: number,
  ): void {
    // A cache repeats the date it was told.
    const date = headers.get('age') === null ? headers.get('date') : null;
    const time = date === null ? NaN : Date.parse(date);
    if (Number.isNaN(time)) {
      return;
    }
    const nearest = Math.min(Math.max(time, askedAt), answeredAt);
    this.aheadMs = time - nearest;
  }

  /** Whole seconds the server is ahead of us, negative when behind; undefined while that is tolerable. */
  skewSeconds(): number | undefined {
    return Math.abs(this.aheadMs) > toleratedMs
      ? Math.round(this.aheadMs / 1000)
      : undefined;
  }
}
