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

/**
 * What a service exposes at `time`: `http_requests_total` by code and pod and
 * the `http_request_duration_seconds` histogram by pod. As with any client
 * library, a code has no series before it was answered for the first time.
 */
export function samplesAt(
  service: DemoService,
  counters: Counters,
  time: number,
): Sample[] {
  if (time < counters.start) {
    return [];
  }
  const pod = podAt(service, time, counters.start);
  const atBirth = counters.at(pod.bornAt);
  const counts = counters.at(time).map((count, i) => count - atBirth[i]);
  const samples: Sample[] = [];
  codes.forEach((code, i) => {
    if (code === '200' || counts[i] > 0) {
      samples.push({
        metric: 'http_requests_total',
        labels: { code, pod: pod.name },
        value: counts[i],
      });
    }
  });
  let count = 0;
  let sum = 0;
  durationBounds.forEach((le, i) => {
    const inBucket = counts[firstDuration + i];
    count += inBucket;
    sum += inBucket * typicalDuration[i];
    samples.push({
      metric: 'http_request_duration_seconds_bucket',
      labels: { le, pod: pod.name },
      value: count,
    });
  });
  samples.push(
    {
      metric: 'http_request_duration_seconds_sum',
      labels: { pod: pod.name },
      value: Number(sum.toFixed(3)),
    },
    {
      metric: 'http_request_duration_seconds_count',
      labels: { pod: pod.name },
      value: count,
    },
  );
  return samples;
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
