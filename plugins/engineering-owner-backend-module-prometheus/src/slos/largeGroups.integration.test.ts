import { JsonObject } from '@backstage/types';
import { SliGroup } from '@engineering-owner/backstage-plugin-node';
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

const HOUR = 3600;
const end = Math.floor(Date.now() / 1000 / HOUR) * HOUR;
const at = new Date(end * 1000);
const { signal } = new AbortController();

const many = 10_500;
const odd = ['a"b\\c', '😀', 'zz.[x]', 'Ünï', '(?s:.*)'];
const services = [
  ...Array.from({ length: many }, (_, i) => `service-${i}`),
  ...odd,
];
const start = end - 3 * HOUR;
const counter = (perMinute: number) => (time: number) =>
  ((time - start) / 60) * perMinute;

describeReal(`Groups on a real Prometheus${whySkipped}`, () => {
  let prometheus: TemporaryPrometheus;
  let source: PrometheusSliSource;

  beforeAll(async () => {
    prometheus = await startPrometheus({
      openMetrics: openMetrics([
        familyOf({
          name: 'hits',
          from: start,
          to: end,
          stepSeconds: 600,
          series: services.flatMap(service => [
            { labels: { service, code: '200' }, valueAt: counter(9) },
            { labels: { service, code: '500' }, valueAt: counter(1) },
          ]),
        }),
        familyOf({
          name: 'up',
          from: start,
          to: end,
          stepSeconds: 600,
          series: services.map(service => ({
            labels: { service, job: 'all' },
            valueAt: () => 1,
          })),
        }),
      ]),
    });
  }, 120_000);

  beforeEach(() => {
    const instance = testInstance(prometheus.url);
    source = new PrometheusSliSource(instance, testClient(instance));
  });

  afterAll(() => prometheus?.stop());

  function groupOf(indicator: JsonObject): SliGroup {
    const compiled = source.compile({
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

  const ratioOf = (matchers: string) => ({
    ratio: {
      total: `hits{${matchers}}`,
      bad: `hits{${matchers},code="500"}`,
    },
  });

  async function requestsOf<T>(work: () => Promise<T>) {
    const before = source.telemetry().requests;
    const result = await work();
    return { result, requests: source.telemetry().requests - before };
  }

  const hourBefore = { from: new Date((end - HOUR) * 1000), to: at };

  it('of ten thousand entities are read in parts, each entity once', async () => {
    const group = groupOf({
      ratio: { total: 'hits', bad: 'hits{code="500"}' },
    });
    const { inspection, problems } = await source.inspect(group, {
      at,
      signal,
    });
    // Its history has a sample every ten minutes.
    expect(problems).toMatchObject([{ code: 'sli_scrapes_rare' }]);
    const { result: reading, requests } = await requestsOf(() =>
      source.read(group, inspection, hourBefore, { signal }),
    );
    // Four series of 10,505 services each: the part, the rest, and their births.
    expect(requests).toBe(3);
    expect([...reading.values.keys()].sort()).toEqual([...services].sort());
    const day = { from: new Date((end - 24 * HOUR) * 1000), to: at };
    const { result: steps, requests: requestsOfSteps } = await requestsOf(() =>
      source.readSteps(
        group,
        inspection,
        { ...day, stepSeconds: HOUR },
        { signal },
      ),
    );
    expect(requestsOfSteps).toBeGreaterThan(requests);
    expect(steps.at(-1)?.reading.values).toEqual(reading.values);
    for (const service of ['service-0', 'service-9999', ...odd]) {
      expect(reading.values.get(service)).toMatchObject({ kind: 'counts' });
    }
  }, 180_000);

  it.each<[string, JsonObject]>([
    ['a gauge', { gauge: { up: 'up{job="all"}' } }],
    [
      'a query',
      {
        ratioQuery: {
          total: 'sum by (service) (count_over_time(up[{{.window}}]))',
          bad: 'sum by (service) (count_over_time(up{job="all"}[{{.window}}]))',
        },
      },
    ],
  ])(
    'with %s are read in parts too, and by one entity',
    async (_, indicator) => {
      const group = groupOf(indicator);
      const { inspection } = await source.inspect(group, { at, signal });
      const { result: reading, requests } = await requestsOf(() =>
        source.read(group, inspection, hourBefore, { signal }),
      );
      expect(requests).toBe(2);
      expect([...reading.values.keys()].sort()).toEqual([...services].sort());
      for (const service of odd) {
        const chart = await source.readEntitySteps(
          group,
          inspection,
          service,
          { ...hourBefore, stepSeconds: HOUR },
          { signal },
        );
        expect(chart[0].reading).toMatchObject({ kind: 'counts' });
        expect(chart[0].reading).toEqual(reading.values.get(service));
      }
    },
    180_000,
  );

  it('of one entity each are inspected and read together, and refused alone', async () => {
    const matchers = Array.from(
      { length: 30 },
      (_, i) => `service="service-${i}"`,
    );
    matchers[17] = 'service=~"("';
    const groups = matchers.map(its => ({
      ...groupOf(ratioOf(its)),
      bespoke: true,
    }));
    const inspected = await requestsOf(() =>
      Promise.allSettled(
        groups.map(group => source.inspect(group, { at, signal })),
      ),
    );
    const failed = inspected.result.flatMap((answer, i) =>
      answer.status === 'rejected' ? [[i, answer.reason.message]] : [],
    );
    expect(failed).toEqual([
      [17, expect.stringMatching(/refused the query \(400 bad_data\)/)],
    ]);
    // Two packs, and the search in the first; then what those are asked that are
    // there, as each part of the search and the other pack come back.
    expect(inspected.requests).toBeLessThanOrEqual(2 + 2 * 5 + 6);
    const right = groups.flatMap((group, i) => {
      const answer = inspected.result[i];
      return answer.status === 'fulfilled'
        ? [{ group, inspection: answer.value.inspection }]
        : [];
    });
    const { result: readings, requests } = await requestsOf(() =>
      Promise.all(
        right.map(({ group, inspection }) =>
          source.read(group, inspection, hourBefore, { signal }),
        ),
      ),
    );
    expect(requests).toBe(2);
    const alone = await source.read(
      { ...right[20].group, bespoke: false },
      right[20].inspection,
      hourBefore,
      { signal },
    );
    expect(readings[20].values).toEqual(alone.values);
    expect(readings.map(({ values }) => values.size)).toEqual(
      Array(29).fill(1),
    );
  });
});
