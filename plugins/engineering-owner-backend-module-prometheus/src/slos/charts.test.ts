import { JsonObject } from '@backstage/types';
import { SliGroup } from '@engineering-owner/backstage-plugin-node';
import {
  answerJson,
  FakeServer,
  startServer,
} from '../__testUtils__/fakeServer';
import { testClient, testInstance } from '../__testUtils__/instance';
import { PrometheusInstance } from '../instances/instance';
import { PrometheusSliSource } from './PrometheusSliSource';

const { signal } = new AbortController();
const hostile = 'a"} or vector(1) #\\\n';
const at = (time: string) => new Date(`2026-03-04T${time}Z`);
const hour = { from: at('05:00:00'), to: at('06:00:00'), stepSeconds: 1200 };
const ends = ['05:20:00', '05:40:00', '06:00:00'].map(at);

const ratio = {
  ratio: { total: 'hits', bad: 'hits{code=~"5.."}' },
};
const latency = { latency: { histogram: 'took_ms', threshold: '300ms' } };
const inspections = {
  ratio: {
    kind: 'ratio',
    at: at('05:00:00').toISOString(),
    known: [hostile],
    lacking: [],
    has: [],
    partExists: true,
    goodSeen: [],
  },
  latency: {
    kind: 'latency',
    at: at('05:00:00').toISOString(),
    known: [hostile],
    spellings: ['300.0'],
    lacking: [],
  },
};

describe('A chart', () => {
  let server: FakeServer;
  let result: unknown[] = [];

  beforeAll(async () => {
    server = await startServer(response =>
      answerJson(response, 200, {
        status: 'success',
        data: { resultType: 'matrix', result },
      }),
    );
  });
  beforeEach(() => {
    server.received.length = 0;
    result = [];
  });
  afterAll(() => server.stop());

  function sourceOf(overrides: Partial<PrometheusInstance> = {}) {
    const instance = testInstance(server.url, overrides);
    return new PrometheusSliSource(instance, testClient(instance));
  }

  function groupOf(source: PrometheusSliSource, indicator: JsonObject) {
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

  const seconds = (time: Date) => time.getTime() / 1000;
  const series = (metric: Record<string, string>, values: string[]) => ({
    metric,
    values: values.map((value, i) => [seconds(ends[i]), value]),
  });

  it('asks for the events of one entity alone, its value escaped', async () => {
    const source = sourceOf();
    const entity = { service: hostile };
    result = [
      series({ ...entity, engineering_owner_leg: 'total' }, ['10', '0', '9']),
      series({ ...entity, engineering_owner_leg: 'part' }, ['2']),
      series({ service: 'b', engineering_owner_leg: 'total' }, ['7', '7', '7']),
    ];
    const steps = await source.readEntitySteps(
      groupOf(source, ratio),
      inspections.ratio,
      'b',
      hour,
      { signal },
    );
    expect(steps.map(({ to }) => to)).toEqual(ends);
    expect(steps.map(({ reading }) => reading)).toEqual(
      Array(3).fill({ kind: 'counts', bad: 0, total: 7 }),
    );
    await source.readEntitySteps(
      groupOf(source, ratio),
      inspections.ratio,
      hostile,
      hour,
      { signal },
    );
    expect(server.received).toHaveLength(2);
    const { form, path } = server.received[1];
    expect(path).toBe('/api/v1/query_range');
    expect(form.get('query')).toContain(
      'hits{service="a\\"} or vector(1) #\\\\\\n"}[1200s]',
    );
    // Nor are all others looked at to learn whether it was there before.
    expect(form.get('query')).not.toContain('hits[');
    expect([form.get('start'), form.get('end'), form.get('step')]).toEqual([
      String(seconds(ends[0])),
      String(seconds(ends[2])),
      '1200',
    ]);
  });

  it('says nothing of steps in which the entity had no series', async () => {
    const source = sourceOf();
    result = [series({ service: 'b', engineering_owner_leg: 'total' }, ['7'])];
    const steps = await source.readEntitySteps(
      groupOf(source, ratio),
      inspections.ratio,
      'b',
      hour,
      { signal },
    );
    expect(steps.map(({ reading }) => reading)).toEqual([
      { kind: 'counts', bad: 0, total: 7 },
      undefined,
      undefined,
    ]);
  });

  it('ends its steps at multiples of the step', async () => {
    const source = sourceOf();
    const late = { ...hour, from: at('05:07:03'), to: at('06:07:03') };
    const steps = await source.readEntitySteps(
      groupOf(source, ratio),
      inspections.ratio,
      'b',
      late,
      { signal },
    );
    expect(steps.map(({ to }) => to)).toEqual(ends);
  });

  it.each<[string, Partial<PrometheusInstance>, string]>([
    ['', {}, 'increase(took_ms_bucket{service="b"}[1200s])'],
    [
      ' of replicas, each counted once',
      { replicaLabels: ['replica'] },
      'max without (replica) (increase(took_ms_bucket{service="b"}[1200s]))',
    ],
  ])('asks for a percentile%s', async (_, overrides, inner) => {
    const source = sourceOf(overrides);
    result = [series({}, ['250', 'NaN', '+Inf'])];
    const points = await source.readPercentile(
      groupOf(source, latency),
      inspections.latency,
      'b',
      { ...hour, quantile: 0.99 },
      { signal },
    );
    expect(points).toEqual([
      { at: ends[0], seconds: 0.25 },
      { at: ends[1], seconds: null },
      { at: ends[2], seconds: null },
    ]);
    expect(server.received.map(({ form }) => form.get('query'))).toEqual([
      `histogram_quantile(0.99, sum by (le) (${inner}))`,
    ]);
  });

  it('has no percentile of what is no latency, and asks for none', async () => {
    const source = sourceOf();
    const points = await source.readPercentile(
      groupOf(source, ratio),
      inspections.ratio,
      'b',
      { ...hour, quantile: 0.99 },
      { signal },
    );
    expect(points).toBeUndefined();
    expect(server.received).toEqual([]);
  });

  const day = 86_400_000;
  const until = (ms: number) => new Date(hour.from.getTime() + ms);

  it.each<[string, Partial<typeof hour>, string]>([
    ['empty', { to: hour.from }, 'at least a second and at most 7 days'],
    ['long', { to: until(8 * day) }, 'at least a second and at most 7 days'],
    ['fine', { to: until(day), stepSeconds: 60 }, 'chart 1440 steps of 60 s'],
    ['uneven', { stepSeconds: 1000 }, 'cannot be cut into steps of 1000 s'],
    ['of no step', { stepSeconds: 0 }, 'a step is a whole number of seconds'],
    ['of halves', { stepSeconds: 7.5 }, 'a step is a whole number of seconds'],
  ])('is refused when it is %s', async (_, changed, message) => {
    const source = sourceOf();
    await expect(
      source.readEntitySteps(
        groupOf(source, ratio),
        inspections.ratio,
        'b',
        { ...hour, ...changed },
        { signal },
      ),
    ).rejects.toThrow(message);
    expect(server.received).toEqual([]);
  });

  it.each([0, 1, NaN, Infinity])(
    'is refused for the quantile %d',
    async quantile => {
      const source = sourceOf();
      const its: SliGroup = groupOf(source, latency);
      await expect(
        source.readPercentile(
          its,
          inspections.latency,
          'b',
          { ...hour, quantile },
          { signal },
        ),
      ).rejects.toThrow('is no quantile; it lies between 0 and 1');
    },
  );

  it('is refused for an entity without a value', async () => {
    const source = sourceOf();
    await expect(
      source.readEntitySteps(
        groupOf(source, ratio),
        inspections.ratio,
        '',
        hour,
        { signal },
      ),
    ).rejects.toThrow('of a group by "service" has a value of that label');
  });
});
