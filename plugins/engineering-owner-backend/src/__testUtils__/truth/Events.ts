import { EventCounts } from '@engineering-owner/backstage-plugin-common';

const MINUTE = 60;

/** What truly happened to a service, minute by minute, whatever was scraped of it. */
export class Events {
  readonly #start: number;
  /** Events before each minute. */
  readonly #good: number[] = [0];
  readonly #bad: number[] = [0];

  /**
   * @param span - seconds since the epoch, whole minutes
   * @param during - the events of the minute that begins at a time
   */
  constructor(
    span: { from: number; to: number },
    during: (time: number) => EventCounts,
  ) {
    this.#start = span.from;
    for (let time = span.from; time < span.to; time += MINUTE) {
      const { bad, total } = during(time);
      this.#good.push(this.#good[this.#good.length - 1] + total - bad);
      this.#bad.push(this.#bad[this.#bad.length - 1] + bad);
    }
  }

  goodUntil(time: number): number {
    return Math.floor(this.#until(this.#good, time));
  }

  badUntil(time: number): number {
    return Math.floor(this.#until(this.#bad, time));
  }

  /** Events in (from, to]. */
  between(from: number, to: number): EventCounts {
    const count = (counts: number[]) =>
      this.#until(counts, to) - this.#until(counts, from);
    const bad = count(this.#bad);
    return { bad, total: bad + count(this.#good) };
  }

  #until(counts: number[], time: number): number {
    const minutes = Math.min(
      Math.max(0, (time - this.#start) / MINUTE),
      counts.length - 1,
    );
    const whole = Math.floor(minutes);
    const next = counts[Math.min(whole + 1, counts.length - 1)];
    return counts[whole] + (minutes - whole) * (next - counts[whole]);
  }
}
