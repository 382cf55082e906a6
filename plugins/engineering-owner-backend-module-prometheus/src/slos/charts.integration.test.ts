import { JsonObject } from '@backstage/types';
import { familyOf, openMetrics } from '../__testUtils__/history';
import { testClient, testInstance } from '../__testUtils__/instance';
import {
  startPrometheus,
  TemporaryPrometheus,
  whyNoPrometheus,
} from '../__testUtils__/temporaryPrometheus';
import { PrometheusSliSource } from './PrometheusSliSource';

const reason = whyNoPrometheus();
if (reason) {
  // eslint-disable-next-line no-console
  console.warn(`Tests with a real Prometheus are skipped: ${reason}`);
}
const describeReal = reason ? describe.skip : describe;
const whySkipped = reason ? ` (skipped: ${reason})` : '';

const MINUTE = 60;
const HOUR = 3600;
const end = Math.floor(Date.now() / 1000 / HOUR) * HOUR;
const start = end - 3 * HOUR;
const { signal } = new AbortController();
const hostile = 'a"b\\c{d}';

/** So many a minute from `from` on. */
const steady = (perMinute: number, from: number) => (time: number) =>
  (Math.max(0, time - from) / MINUTE) * perMinute;
const family = (name: string, labels: Array<[object, number, number]>) =>
  familyOf({
    name,
    from: start - 30,
    to: end,
    stepSeconds: 30,
    series: labels.map(([own, perMinute, from]) => ({
      labels: { service: hostile, ...own },
      valueAt: steady(perMinute, from),
    })),
  });

describeReal(`Charts from a real Prometheus${whySkipped}`, () => {
  let prometheus: TemporaryPrometheus;
  let source: PrometheusSliSource;

  beforeAll(async () => {
    const lastHour = end - HOUR;
    prometheus = await startPrometheus({
      openMetrics: openMetrics([
        family('hits', [
          [{ code: '200' }, 60, start],
          [{ code: '500' }, 6, lastHour],
          [{ code: '200', service: 'other' }, 1000, start],
        ]),
        family('took_seconds_bucket', [
          [{ le: '0.1' }, 30, lastHour],
          [{ le: '1.0' }, 57, lastHour],
          [{ le: '+Inf' }, 60, lastHour],
        ]),
        family('took_seconds_count', [[{}, 60, lastHour]]),
      ]),
    });
    const instance = testInstance(prometheus.url);
    source = new PrometheusSliSource(instance, testClient(instance));
  }, 60_000);

  afterAll(() => prometheus?.stop());

  async function inspected(indicator: JsonObject) {
    const compiled = source.compile({
      name: 'a template',
      place: 'templates[0]',
      entityLabel: 'service',
      indicator,
    });
    if (!compiled.ok) {
      throw new Error(compiled.problem.message);
    }
    const { group } = compiled;
    const at = new Date(end * 1000);
    const { inspection } = await source.inspect(group, { at, signal });
    return { group, inspection };
  }

  const lastTwoHours = {
    from: new Date((end - 2 * HOUR) * 1000),
    to: new Date(end * 1000),
    stepSeconds: 10 * MINUTE,
  };

  it('count one entity’s events by step, in one request', async () => {
    const { group, inspection } = await inspected({
      ratio: { total: 'hits', bad: 'hits{code=~"5.."}' },
    });
    const before = source.telemetry().requests;
    const steps = await source.readEntitySteps(
      group,
      inspection,
      hostile,
      lastTwoHours,
      { signal },
    );
    expect(source.telemetry().requests - before).toBe(1);
    const calm = { kind: 'counts', bad: 0, total: 600 };
    const failing = { kind: 'counts', bad: 60, total: 660 };
    expect(steps.map(({ reading }) => rounded(reading))).toEqual([
      ...Array(6).fill(calm),
      ...Array(6).fill(failing),
    ]);
  });

  it('count a stretch of any length in one step, where it lies', async () => {
    const { group, inspection } = await inspected({
      ratio: { total: 'hits', bad: 'hits{code=~"5.."}' },
    });
    const [whole, ...others] = await source.readEntitySteps(
      group,
      inspection,
      hostile,
      {
        from: new Date((end - 75 * MINUTE) * 1000),
        to: new Date((end - 43 * MINUTE) * 1000),
        stepSeconds: 32 * MINUTE,
      },
      { signal },
    );
    expect(others).toEqual([]);
    expect(whole.from).toEqual(new Date((end - 75 * MINUTE) * 1000));
    // A quarter of an hour is calm, and 17 minutes are not.
    expect(rounded(whole.reading)).toEqual({
      kind: 'counts',
      bad: 17 * 6,
      total: 15 * 60 + 17 * 66,
    });
  });

  it('have the percentile that the buckets let expect, and none of no requests', async () => {
    const { group, inspection } = await inspected({
      latency: { histogram: 'took_seconds', threshold: '1s' },
    });
    const points = await source.readPercentile(
      group,
      inspection,
      hostile,
      { ...lastTwoHours, quantile: 0.95 },
      { signal },
    );
    expect(points?.slice(0, 5).map(({ seconds }) => seconds)).toEqual(
      Array(5).fill(null),
    );
    // 57 of 60, which is 95 %, took at most a second.
    for (const { seconds } of points?.slice(-5) ?? []) {
      expect(seconds).toBeCloseTo(1, 2);
    }
    const median = await source.readPercentile(
      group,
      inspection,
      hostile,
      { ...lastTwoHours, quantile: 0.75 },
      { signal },
    );
    // 45 is 15 of the 27 between the bounds 0.1 and 1.
    expect(median?.at(-1)?.seconds).toBeCloseTo(0.1 + (0.9 * 15) / 27, 2);
  });
});

function rounded(reading: unknown) {
  return JSON.parse(JSON.stringify(reading), (_, value) =>
    typeof value === 'number' ? Math.round(value) : value,
  );
}
