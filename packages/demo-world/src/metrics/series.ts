import type { DemoService } from '../world/world';
import type { Counters } from './traffic/counters';
import {
  codes,
  durationBounds,
  firstDuration,
  typicalDuration,
} from './traffic/outcomes';
import { podAt } from './traffic/pods';

/** Where a service's metrics come from, as Prometheus labels it. */
export function targetLabels({ name, system }: DemoService): {
  job: string;
  instance: string;
  namespace: string;
  service: string;
} {
  return {
    job: 'services',
    instance: `${name}:8080`,
    namespace: system,
    service: name,
  };
}

/** The prober's own labels; `service` comes with each of its series. */
export const probeTarget = { job: 'probes', instance: 'prober:9115' };

/** One value, with the labels that the service itself exposes. */
export interface Sample {
  metric: string;
  labels: Record<string, string>;
  value: number;
}

/** The series of one pod, in the order of {@link valuesAt}. */
export function seriesOf(pod: string): Array<Omit<Sample, 'value'>> {
  return [
    ...codes.map(code => ({
      metric: 'http_requests_total',
      labels: { code, pod },
    })),
    ...durationBounds.map(le => ({
      metric: 'http_request_duration_seconds_bucket',
      labels: { le, pod },
    })),
    { metric: 'http_request_duration_seconds_sum', labels: { pod } },
    { metric: 'http_request_duration_seconds_count', labels: { pod } },
  ];
}

/**
 * What a service exposes at `time`: requests by code and the histogram of
 * their durations. As with any client library, a code has no series (here:
 * undefined) before it was answered for the first time.
 */
export function valuesAt(
  service: DemoService,
  counters: Counters,
  time: number,
): { pod: string; values: Array<number | undefined> } {
  const pod = podAt(service, time, counters.start);
  const counts = counters.at(time);
  if (pod.bornAt > counters.start) {
    const atBirth = counters.at(pod.bornAt);
    counts.forEach((count, i) => {
      counts[i] = count - atBirth[i];
    });
  }
  const values: Array<number | undefined> = [];
  for (let i = 0; i < codes.length; i++) {
    values.push(counts[i] > 0 || codes[i] === '200' ? counts[i] : undefined);
  }
  let count = 0;
  let sum = 0;
  for (let i = 0; i < durationBounds.length; i++) {
    const inBucket = counts[firstDuration + i];
    count += inBucket;
    sum += inBucket * typicalDuration[i];
    values.push(count);
  }
  values.push(Math.round(sum * 1000) / 1000, count);
  return { pod: pod.name, values };
}

/** What a service exposes at `time`; nothing before it exists. */
export function samplesAt(
  service: DemoService,
  counters: Counters,
  time: number,
): Sample[] {
  if (time < counters.start) {
    return [];
  }
  const { pod, values } = valuesAt(service, counters, time);
  return seriesOf(pod).flatMap((series, i) => {
    const value = values[i];
    return value === undefined ? [] : [{ ...series, value }];
  });
}

/** A series as the text formats write it. */
export function seriesText(
  metric: string,
  labels: Record<string, string>,
): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    const escaped = value
      .replace(/\\/g, '\\\\')
      .replace(/"/g, '\\"')
      .replace(/\n/g, '\\n');
    return `${name}="${escaped}"`;
  });
  return pairs.length > 0 ? `${metric}{${pairs.join(',')}}` : metric;
}
