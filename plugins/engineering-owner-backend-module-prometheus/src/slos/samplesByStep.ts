import { Sample, Series } from '../client/PrometheusClient';

/** The samples of a range query, by their time in milliseconds. */
export function samplesByStep(series: Series[]): Map<number, Sample[]> {
  const steps = new Map<number, Sample[]>();
  for (const { labels, values } of series) {
    for (const [seconds, value] of values) {
      const time = Math.round(seconds * 1000);
      const samples = steps.get(time) ?? [];
      samples.push({ labels, value });
      steps.set(time, samples);
    }
  }
  return steps;
}
