import { JsonObject } from '@backstage/types';
import { SliGroup } from '@engineering-owner/backstage-plugin-node';
import { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusInstance } from '../instances/instance';
import {
  hostileService,
  requestHistory,
} from '../__testUtils__/requestHistory';
import { testClient, testInstance } from '../__testUtils__/instance';
import {
  startPrometheus,
  TemporaryPrometheus,
  whyNoPrometheus,
} from '../__testUtils__/temporaryPrometheus';
import { interpret } from './interpret';
import { joinLegs } from './legs';
import { PrometheusSliSource } from './PrometheusSliSource';

const reason = whyNoPrometheus();
if (reason) {
  // eslint-disable-next-line no-console
  console.warn(`Tests with a real Prometheus are skipped: ${reason}`);
}
const describeReal = reason ? describe.skip : describe;
const whySkipped = reason ? ` (skipped: ${reason})` : '';

const HOUR = 3600;
const DAY = 24 * HOUR;
const now = Math.floor(Date.now() / 60_000) * 60;
const at = new Date(now * 1000);
const history = requestHistory(now);
const { signal } = new AbortController();

const availability = {
  ratio: {
    total: 'http_requests_total',
    bad: 'http_requests_total{code=~"5.."}',
  },
};

describeReal(`Reading from a real Prometheus${whySkipped}`, () => {
  let prometheus: TemporaryPrometheus;
  let client: PrometheusClient;
  let source: PrometheusSliSource;

  beforeAll(async () => {
    prometheus = await startPrometheus({ openMetrics: history.text });
    ({ client, source } = sourceWith({}));
  }, 60_000);

  afterAll(() => prometheus?.stop());

  function sourceWith(overrides: Partial<PrometheusInstance>) {
    const instance = testInstance(prometheus.url, overrides);
    const its = testClient(instance);
    return { client: its, source: new PrometheusSliSource(instance, its) };
  }

  function group(indicator: JsonObject, from = source): SliGroup {
    const compiled = from.compile({
      name: 'a template',
      place: 'templates[0]',
      entityLabel: 'service',
      indicator,
    });
    if (!compiled.ok) {
      throw new Error(compiled.problem.message);
    }
    return compiled.group;
  }

  /** Inspects and reads the last `seconds` before `end`. */
  async function read(
    indicator: JsonObject,
    seconds: number,
    options: { end?: number; from?: PrometheusSliSource } = {},
  ) {
    const from = options.from ?? source;
    const end = options.end ?? now;
    const its = group(indicator, from);
    const { inspection, problems } = await from.inspect(its, { at, signal });
    const stretch = {
      from: new Date((end - seconds) * 1000),
      to: new Date(end * 1000),
    };
    const reading = await from.read(its, inspection, stretch, { signal });
    return {
      group: its,
      inspection,
      problems,
      reading,
      values: Object.fromEntries(reading.values),
    };
  }

  const counts = (bad: number, total: number) => ({
    kind: 'counts',
    bad: about(bad),
    total: about(total),
  });

  it('counts the events of every entity', async () => {
    const { values, reading, problems } = await read(availability, HOUR);
    expect(problems).toEqual([]);
    expect(values).toEqual({
      healthy: counts(180, 3780),
      spotless: counts(0, 1800),
      idle: counts(0, 0),
      [hostileService]: counts(60, 660),
    });
    expect(reading).toMatchObject({ incomplete: false, inspectAgain: false });
  });

  it('counts a day with an incident as the truth does', async () => {
    const end = history.incident.to + 6 * HOUR;
    const { values } = await read(availability, DAY, { end });
    const bad = 3 * 1440 + 20 * 60;
    expect(values.healthy).toEqual(counts(bad, 60 * 1440 + bad));
  });

  it('says nothing of an entity that is gone, but reads what it was', async () => {
    const { values } = await read(availability, HOUR);
    expect(values).not.toHaveProperty('vanished');
    const end = history.end - 12 * HOUR;
    const { values: then, reading } = await read(availability, HOUR, { end });
    expect(then.vanished).toEqual(counts(0, 300));
    expect(reading.inspectAgain).toBe(false);
  });

  it('names a label that does not exist instead of reading no errors', async () => {
    const { values, problems } = await read(
      {
        ratio: {
          total: 'http_requests_total',
          bad: 'http_requests_total{status=~"5.."}',
        },
      },
      HOUR,
    );
    expect(values.spotless).toEqual({
      kind: 'invalid',
      problem: expect.objectContaining({
        message:
          'label "status" does not exist on http_requests_total of service="spotless"; it has: code, service',
      }),
    });
    expect(Object.values(values).map(({ kind }) => kind)).toEqual(
      Array(4).fill('invalid'),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'label "status" does not exist on http_requests_total; it has: code, service',
    ]);
  });

  it('names a label that nobody has, also where its absence matches', async () => {
    const total = 'http_requests_total';
    const { values, problems } = await read(
      { ratio: { total, good: `${total}{status!~"5.."}` } },
      HOUR,
    );
    const message =
      'label "status" does not exist on http_requests_total; it has: code, service';
    expect(problems).toMatchObject([{ message }]);
    expect(values.healthy).toMatchObject({
      kind: 'invalid',
      problem: {
        message:
          'label "status" does not exist on http_requests_total of service="healthy"; it has: code, service',
      },
    });
    const right = await read(
      { ratio: { total, good: `${total}{code!~"5.."}` } },
      HOUR,
    );
    expect(right.problems).toEqual([]);
    expect(right.values.healthy).toEqual(counts(180, 3780));
  });

  it('names a metric that nobody has', async () => {
    const { values, problems } = await read(
      { ratio: { total: 'jobs_total', bad: 'job_failures_total{kind="x"}' } },
      HOUR,
    );
    expect(values.once.kind).toBe('invalid');
    expect(problems[0].message).toContain(
      'no service has a series of job_failures_total',
    );
  });

  it('remembers for a day that someone had the metric of bad events', async () => {
    const its = group({ ratio: { total: 'jobs_total', bad: 'late_total' } });
    const previousAt = (hoursAgo: number) => ({
      kind: 'ratio',
      at: at.toISOString(),
      known: [],
      lacking: [],
      has: [],
      partExists: true,
      partSeenAt: new Date(at.getTime() - hoursAgo * HOUR * 1000).toISOString(),
      goodSeen: [],
    });
    const inspect = (previous: JsonObject) =>
      source.inspect(its, { at, signal, previous });
    expect(await inspect(previousAt(23))).toMatchObject({
      problems: [],
      inspection: { partExists: true, partSeenAt: previousAt(23).partSeenAt },
    });
    expect(await inspect(previousAt(25))).toMatchObject({
      problems: [{ code: 'sli_metric_missing' }],
      inspection: { partExists: false },
    });
  });

  it('remembers who had bad events', async () => {
    const its = group(availability);
    const { inspection } = await source.inspect(its, { at, signal });
    expect(inspection).toMatchObject({
      hadPart: expect.arrayContaining(['healthy', hostileService]),
    });
    expect(inspection).not.toMatchObject({
      hadPart: expect.arrayContaining(['spotless']),
    });
  });

  it('believes that all was bad only of who was good before', async () => {
    const indicator = {
      ratio: { total: 'jobs_total', good: 'jobs_total{result="ok"}' },
    };
    const { values, inspection, group: its } = await read(indicator, HOUR);
    expect(values.once).toEqual(counts(0, 120));
    expect(values.never.kind).toBe('invalid');
    const later = await source.inspect(its, {
      at: new Date((history.end + 2 * DAY) * 1000),
      signal,
      previous: inspection,
    });
    expect(later.inspection).toMatchObject({
      known: expect.arrayContaining(['never', 'once']),
      goodSeen: ['once'],
    });
  });

  it('finds a bound in all its spellings, and names the neighbours of one that is missing', async () => {
    const indicator = {
      latency: { histogram: 'latency_seconds', threshold: '1s' },
    };
    const { values, problems } = await read(indicator, HOUR);
    expect(values).toEqual({
      text: counts(300, 6000),
      protobuf: counts(600, 6000),
      switched: counts(180, 6000),
      other: {
        kind: 'invalid',
        problem: expect.objectContaining({
          message:
            'latency_seconds_bucket of service="other" has no bucket that ends at 1 s; the nearest are 0.5 and 2.5',
        }),
      },
      none: {
        kind: 'invalid',
        problem: expect.objectContaining({
          message:
            'latency_seconds_bucket of service="none" has no bucket that ends at 1 s; it has no classic buckets',
        }),
      },
    });
    expect(problems).toEqual([]);
    const end = history.spellingChanges - HOUR;
    const before = await read(indicator, 3 * HOUR, { end });
    expect(before.values.switched).toEqual(counts(540, 18_000));
  });

  it('says so when nobody has the bound', async () => {
    const { problems } = await read(
      { latency: { histogram: 'latency_seconds', threshold: '700ms' } },
      HOUR,
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'latency_seconds_bucket has no bucket that ends at 0.7 s; the nearest are 0.5 and 1',
    ]);
  });

  const replicated = (selector: string) =>
    `sum by (service) (increase(${selector}[{{.window}}])) # of both`;

  it.each<[string, JsonObject]>([
    [
      'a ratio',
      {
        ratio: {
          total: 'replicated_requests_total',
          bad: 'replicated_requests_total{code=~"5.."}',
        },
      },
    ],
    [
      'a query',
      {
        ratioQuery: {
          total: replicated('replicated_requests_total'),
          bad: replicated('replicated_requests_total{code=~"5.."}'),
        },
      },
    ],
  ])('counts what two replicas scraped once in %s', async (_, indicator) => {
    const deduplicating = sourceWith({ replicaLabels: ['replica'] });
    const { values } = await read(indicator, HOUR, {
      from: deduplicating.source,
    });
    expect(values.healthy).toEqual(counts(360, 3960));
    expect((await read(indicator, HOUR)).values.healthy).toEqual(
      counts(360, 7560),
    );
  });

  it.each([
    ['a ratio', availability, ['healthy', 'spotless', hostileService]],
    [
      'a ratio of good events',
      { ratio: { total: 'jobs_total', good: 'jobs_total{result="ok"}' } },
      ['once'],
    ],
    [
      'a latency',
      { latency: { histogram: 'latency_seconds', threshold: '1s' } },
      ['text', 'protobuf', 'switched'],
    ],
  ])(
    'describes %s by queries with the same answers',
    async (_, indicator, services) => {
      const { group: its, inspection, reading } = await read(indicator, HOUR);
      for (const service of services) {
        const value = reading.values.get(service);
        if (value?.kind !== 'counts') {
          throw new Error(`${service} has no counts`);
        }
        const answers = new Map<string, number>();
        for (const query of source.describe(its, inspection, service, '1h')) {
          const { result } = await client.query(query.expression, at, signal);
          expect(result).toHaveLength(1);
          answers.set(query.meaning, result[0].value);
        }
        expect(answers.get('total')).toBeCloseTo(value.total, 6);
        expect(answers.get('bad')).toBeCloseTo(value.bad, 6);
        expect(answers.get('error_ratio')).toBeCloseTo(
          value.bad / value.total,
          9,
        );
      }
    },
  );

  it('reads the hours of a day at once, each as it would alone', async () => {
    const its = group(availability);
    const { inspection } = await source.inspect(its, { at, signal });
    const end = history.incident.to + 3 * HOUR;
    const before = client.telemetry().requests;
    const steps = await source.readSteps(
      its,
      inspection,
      {
        from: new Date((end - 6 * HOUR) * 1000),
        to: new Date(end * 1000),
        stepSeconds: HOUR,
      },
      { signal },
    );
    expect(client.telemetry().requests - before).toBe(1);
    expect(steps.map(({ reading }) => reading.values.get('healthy'))).toEqual([
      counts(180, 3780),
      counts(180, 3780),
      counts(1380, 4980),
      counts(180, 3780),
      counts(180, 3780),
      counts(180, 3780),
    ]);
    const third = await read(availability, HOUR, { end: end - 3 * HOUR });
    expect(steps[2].reading.values).toEqual(third.reading.values);
    expect(steps[2].to).toEqual(new Date(history.incident.to * 1000));
  });

  it('answers with empty steps where there is nothing', async () => {
    const its = group(availability);
    const { inspection } = await source.inspect(its, { at, signal });
    const steps = await source.readSteps(
      its,
      inspection,
      {
        from: new Date((history.start - DAY) * 1000),
        to: new Date((history.start - DAY + 2 * HOUR) * 1000),
        stepSeconds: HOUR,
      },
      { signal },
    );
    expect(steps.map(({ reading }) => reading.values.size)).toEqual([0, 0]);
  });

  it.each<[string, JsonObject]>([
    ['one pass', availability],
    ['two passes', { ratio: { total: 'jobs_total', good: 'one_total' } }],
    ['buckets', { latency: { histogram: 'latency_seconds', threshold: '1s' } }],
  ])('states of %s how many series an entity has', async (_, indicator) => {
    const its = group(indicator);
    const { inspection } = await source.inspect(its, { at, signal });
    const legs = interpret(its, inspection).legs(HOUR);
    const { result } = await client.query(joinLegs(legs), at, signal);
    const series = new Map<string, number>();
    for (const { labels } of result) {
      series.set(labels.service, (series.get(labels.service) ?? 0) + 1);
    }
    const stated = legs.reduce(
      (sum, { seriesPerEntity = 1 }) => sum + seriesPerEntity,
      0,
    );
    expect(series.size).toBeGreaterThan(0);
    expect(Math.max(...series.values())).toBeLessThanOrEqual(stated);
  });

  it('asks as often for fifty services as for one', async () => {
    const requestsFor = async (metric: string) => {
      const fresh = sourceWith({});
      const indicator = {
        ratio: { total: metric, bad: `${metric}{code=~"5.."}` },
      };
      const { values } = await read(indicator, HOUR, { from: fresh.source });
      return {
        services: Object.keys(values).length,
        requests: fresh.client.telemetry().requests,
      };
    };
    // Who is there, what they have, and the reading.
    expect(await requestsFor('one_total')).toEqual({
      services: 1,
      requests: 3,
    });
    expect(await requestsFor('fifty_total')).toEqual({
      services: 50,
      requests: 3,
    });
  });

  it('asks to inspect again when a new entity shows up', async () => {
    const its = group(availability);
    const early = new Date((history.start + 2 * 60) * 1000);
    const { inspection } = await source.inspect(its, {
      at: new Date((history.start - HOUR) * 1000),
      signal,
    });
    const reading = await source.read(
      its,
      inspection,
      { from: new Date(early.getTime() - 300_000), to: early },
      { signal },
    );
    expect(reading.inspectAgain).toBe(true);
    expect(reading.values.get('spotless')).toMatchObject({
      kind: 'invalid',
      problem: { code: 'sli_not_inspected' },
    });
  });

  it('passes on what Prometheus says to a query it refuses', async () => {
    const its = group({
      ratio: { total: 'a{x=~"("}', bad: 'a{x=~"(",y="1"}' },
    });
    await expect(source.inspect(its, { at, signal })).rejects.toThrow(
      /Prometheus "default" at http:\S+ refused the query \(400 bad_data\): .*missing closing/,
    );
  });

  it.each([
    ['of no length', 0],
    ['of more than a day', DAY + 60],
  ])('refuses a stretch %s', async (_, seconds) => {
    const { group: its, inspection } = await read(availability, HOUR);
    await expect(
      source.read(
        its,
        inspection,
        { from: new Date((now - seconds) * 1000), to: at },
        { signal },
      ),
    ).rejects.toThrow('a stretch is at least a second and at most a day long');
  });
});

/** Within 1 %, which is what extrapolation at the edges may cost. */
function about(expected: number) {
  return {
    asymmetricMatch: (actual: unknown) =>
      typeof actual === 'number' &&
      Math.abs(actual - expected) <= Math.max(1e-6, expected * 0.01),
    toString: () => `about ${expected}`,
  };
}
