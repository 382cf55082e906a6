import { familyOf, openMetrics, TestSeries } from './history';

const MINUTE = 60;
const HOUR = 3600;

/** A label value that tries to leave its matcher. */
export const hostileService = 'a"b\\c d{e}';

/** Two days of history, sampled on the half minute, and two hours to come. */
export function requestHistory(now: number) {
  const end = Math.floor(now / HOUR) * HOUR + 2 * HOUR;
  const start = end - 50 * HOUR;
  const incident = { from: end - 30 * HOUR, to: end - 29 * HOUR };

  /** A counter that has counted so many a minute since the start. */
  const steady = (perMinute: number) => (time: number) =>
    Math.round(((time - start) / MINUTE) * perMinute);
  /** One that also counted during the incident. */
  const withIncident =
    (perMinute: number, inIncident: number) => (time: number) => {
      const minutes =
        (Math.min(Math.max(time, incident.from), incident.to) - incident.from) /
        MINUTE;
      return steady(perMinute)(time) + Math.round(minutes * inIncident);
    };
  const family = (name: string, series: TestSeries[]) =>
    familyOf({ name, series, from: start - 30, to: end, stepSeconds: MINUTE });
  const hits = (
    service: string,
    code: string,
    valueAt: TestSeries['valueAt'],
    more: Record<string, string> = {},
  ): TestSeries => ({ labels: { service, code, ...more }, valueAt });
  const bucket = (
    service: string,
    le: string,
    valueAt: TestSeries['valueAt'],
  ): TestSeries => ({ labels: { service, le }, valueAt });
  const until = (time: number, valueAt: (t: number) => number) => (t: number) =>
    t < time ? valueAt(t) : undefined;
  const since = (time: number, valueAt: (t: number) => number) => (t: number) =>
    t < time ? undefined : valueAt(t);
  const spellingChanges = end - 5 * HOUR;

  const text = openMetrics([
    family('http_requests_total', [
      hits('healthy', '200', steady(60)),
      hits('healthy', '500', withIncident(3, 20)),
      hits('spotless', '200', steady(30)),
      hits('idle', '200', () => 100),
      hits(hostileService, '200', steady(10)),
      hits(hostileService, '503', steady(1)),
      hits('two\nlines', '200', steady(1)),
      hits('vanished', '200', until(end - 10 * HOUR, steady(5))),
    ]),
    family('replicated_requests_total', [
      hits('healthy', '200', steady(60), { replica: 'a' }),
      hits('healthy', '200', steady(60), { replica: 'b' }),
      hits('healthy', '500', steady(6), { replica: 'a' }),
    ]),
    family('jobs_total', [
      { labels: { service: 'once', result: 'ok' }, valueAt: steady(2) },
      { labels: { service: 'never', result: 'failed' }, valueAt: steady(2) },
    ]),
    family('latency_seconds_count', [
      ...['text', 'protobuf', 'switched', 'other', 'none'].map(service => ({
        labels: { service },
        valueAt: steady(100),
      })),
    ]),
    family('latency_seconds_bucket', [
      bucket('text', '0.3', steady(80)),
      bucket('text', '1', steady(95)),
      bucket('text', '+Inf', steady(100)),
      bucket('protobuf', '1.0', steady(90)),
      bucket('protobuf', '+Inf', steady(100)),
      bucket('switched', '1', until(spellingChanges, steady(97))),
      bucket('switched', '1.0', since(spellingChanges, steady(97))),
      bucket('other', '0.5', steady(50)),
      bucket('other', '2.5', steady(99)),
    ]),
    family('one_total', [hits('service-0', '200', steady(60))]),
    family(
      'fifty_total',
      Array.from({ length: 50 }, (_, i) =>
        hits(`service-${i}`, '200', steady(60)),
      ),
    ),
  ]);
  return { text, start, end, incident, spellingChanges };
}
