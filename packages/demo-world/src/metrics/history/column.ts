/** A time with the text that ends each of its lines. */
export interface Tick {
  time: number;
  ending: string;
}

export function ticksAt(times: number[]): Tick[] {
  return times.map(time => ({ time, ending: ` ${time / 1000}\n` }));
}

/** The longest that a value and a tick's ending can be. */
const longestEnding = 64;

/**
 * One series' values, to be written line by line. Millions of lines go through
 * here; as strings they would cost more time to clean up than to write.
 */
export class Column {
  private readonly values: number[] = [];
  private readonly ticks: Tick[] = [];

  constructor(private readonly series: string) {}

  add(value: number, tick: Tick) {
    this.values.push(value);
    this.ticks.push(tick);
  }

  get length(): number {
    return this.values.length;
  }

  text(): Buffer {
    const prefix = Buffer.from(`${this.series} `);
    const buffer = Buffer.allocUnsafe(
      this.length * (prefix.length + longestEnding),
    );
    let at = 0;
    for (let i = 0; i < this.values.length; i++) {
      buffer.set(prefix, at);
      at += prefix.length;
      at += buffer.write(this.values[i] + this.ticks[i].ending, at, 'latin1');
    }
    return buffer.subarray(0, at);
  }
}
