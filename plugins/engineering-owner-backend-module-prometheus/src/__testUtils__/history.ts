/** A counter or gauge: its labels and its value at a time (seconds). */
export interface TestSeries {
  labels: Record<string, string>;
  /** Undefined: no sample at that time. */
  valueAt(time: number): number | undefined;
}

/** Samples of a metric family, as OpenMetrics wants them: by series, in time. */
export function familyOf(options: {
  name: string;
  series: TestSeries[];
  /** Seconds since the epoch. */
  from: number;
  to: number;
  stepSeconds: number;
}): string {
  const { name, series, from, to, stepSeconds } = options;
  const lines = [`# TYPE ${name} unknown`];
  for (const { labels, valueAt } of series) {
    const written = Object.entries(labels)
      .map(([label, value]) => `${label}="${escape(value)}"`)
      .join(',');
    for (let time = from; time <= to; time += stepSeconds) {
      const value = valueAt(time);
      if (value !== undefined) {
        lines.push(`${name}{${written}} ${value} ${time}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One exposition of several families. */
export function openMetrics(families: string[]): string {
  return `${families.join('')}# EOF\n`;
}

function escape(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
}
