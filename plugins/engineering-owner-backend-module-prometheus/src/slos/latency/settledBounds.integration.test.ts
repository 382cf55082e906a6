import { familyOf, openMetrics } from '../../__testUtils__/history';
import { testClient, testInstance } from '../../__testUtils__/instance';
import {
  startPrometheus,
  TemporaryPrometheus,
  whyNoPrometheus,
} from '../../__testUtils__/temporaryPrometheus';
import { PrometheusSliSource } from '../PrometheusSliSource';

const reason = whyNoPrometheus();
const describeReal = reason ? describe.skip : describe;

const HOUR = 3600;
const end = Math.floor(Date.now() / 60_000) * 60;
const start = end - 3 * HOUR;
const at = new Date(end * 1000);
const { signal } = new AbortController();

/** Requests a minute within each bound, of 10; by service and pod. */
const buckets: Array<[string, string, Record<string, number>]> = [
  ['many-1', '1', { '0.25': 8, '1.0': 9 }],
  ['many-2', '1', { '0.25': 7, '1.0': 9 }],
  ['exact', '1', { '0.25': 5, '0.3': 6, '1.0': 9 }],
  ['coarse', '1', { '0.1': 3, '1.0': 9 }],
  ['rollout', '1', { '0.25': 8, '1.0': 9 }],
  ['rollout', '2', { '0.25': 8, '0.3': 9, '1.0': 9 }],
  ['slow', '1', { '1.0': 4 }],
];

const series = buckets.flatMap(([service, pod, bounds]) =>
  Object.entries({ ...bounds, '+Inf': 10 }).map(([le, perMinute]) => ({
    labels: { service, pod, le },
    valueAt: (time: number) => ((time - start) / 60) * perMinute,
  })),
);
const totals = buckets.map(([service, pod]) => ({
  labels: { service, pod },
  valueAt: (time: number) => ((time - start) / 60) * 10,
}));
const family = (name: string, its: typeof series | typeof totals) =>
  familyOf({
    name,
    from: start + 30,
    to: end - 30,
    stepSeconds: 60,
    series: its,
  });

describeReal(
  `Bounds next to a threshold${reason ? ` (skipped: ${reason})` : ''}`,
  () => {
    let prometheus: TemporaryPrometheus;
    let source: PrometheusSliSource;

    beforeAll(async () => {
      prometheus = await startPrometheus({
        openMetrics: openMetrics([
          family('took_seconds_bucket', series),
          family('took_seconds_count', totals),
        ]),
      });
      const instance = testInstance(prometheus.url);
      source = new PrometheusSliSource(instance, testClient(instance));
    }, 60_000);

    afterAll(() => prometheus?.stop());

    function groupOf(nearestBucket: string) {
      const compiled = source.compile({
        name: 'latency',
        place: 'templates[0]',
        entityLabel: 'service',
        indicator: {
          latency: {
            histogram: 'took_seconds',
            threshold: '300ms',
            nearestBucket,
          },
        },
      });
      if (!compiled.ok) {
        throw new Error(compiled.problem.message);
      }
      return compiled.group;
    }

    const counts = (perMinute: number, pods = 1) => ({
      kind: 'counts',
      bad: expect.closeTo(60 * perMinute, 6),
      total: expect.closeTo(60 * 10 * pods, 6),
    });

    it('are settled for each service, whatever others have', async () => {
      const group = groupOf('lower');
      const { inspection, problems } = await source.inspect(group, {
        at,
        signal,
      });
      const hour = { from: new Date((end - HOUR) * 1000), to: at };
      const { values } = await source.read(group, inspection, hour, { signal });
      expect(Object.fromEntries(values)).toEqual({
        'many-1': counts(2),
        'many-2': counts(3),
        exact: counts(4),
        coarse: counts(7),
        // One of two pods has the bucket: requests of the other would pass for slow.
        rollout: counts(4, 2),
        slow: {
          kind: 'invalid',
          problem: expect.objectContaining({ code: 'sli_bound_missing' }),
        },
      });
      expect(problems.map(({ message }) => message)).toEqual([
        'took_seconds_bucket of 4 services has no bucket that ends at 0.3 s; requests are counted at 0.25 s of 3 services and 0.1 s of 1 service, since nearestBucket is lower',
      ]);
      for (const [service, perMinute] of [
        ['many-1', 2],
        ['coarse', 7],
        ['exact', 4],
      ] as const) {
        const query = source
          .describe(group, inspection, service, '1h')
          .find(({ meaning }) => meaning === 'bad');
        const { result } = await testClient(testInstance(prometheus.url)).query(
          query?.expression ?? '',
          at,
          signal,
        );
        expect(result[0].value).toBeCloseTo(60 * perMinute, 6);
      }
    });

    it('say when one is another than it was', async () => {
      const group = groupOf('lower');
      const { inspection } = await source.inspect(group, { at, signal });
      const before = {
        ...Object(inspection),
        settled: [
          { bound: 0.25, spellings: ['0.25'], entities: ['many-1', 'exact'] },
          // Gone since.
          { bound: 0.2, spellings: ['0.2'], entities: ['many-2', 'idle'] },
        ],
      };
      const later = await source.inspect(group, {
        at,
        signal,
        previous: before,
      });
      expect(later.inspection).toMatchObject({
        moved: expect.arrayContaining([
          { entity: 'exact', at: at.toISOString(), from: 0.25, to: 0.3 },
          { entity: 'many-2', at: at.toISOString(), from: 0.2, to: 0.25 },
        ]),
        settled: expect.arrayContaining([
          { bound: 0.2, spellings: ['0.2'], entities: ['idle'] },
        ]),
      });
      expect(later.problems.map(({ message }) => message)).toContainEqual(
        expect.stringMatching(
          /^since \S+ \S+ UTC requests of 1 service are counted at 0\.25 s and no more at 0\.2 s, .* made of both$/,
        ),
      );
      const again = await source.inspect(group, {
        at,
        signal,
        previous: later.inspection,
      });
      expect(again.inspection).toEqual(later.inspection);
      expect(again.problems).toEqual(later.problems);
    });

    it('are not known of a service that is new', async () => {
      const group = groupOf('upper');
      const { inspection } = await source.inspect(group, { at, signal });
      const early = {
        ...Object(inspection),
        known: ['many-1'],
        settled: [{ bound: 1, spellings: ['1.0'], entities: ['many-1'] }],
      };
      const hour = { from: new Date((end - HOUR) * 1000), to: at };
      const { values } = await source.read(group, early, hour, { signal });
      expect(values.get('many-1')).toEqual(counts(1));
      expect(values.get('many-2')).toMatchObject({
        kind: 'invalid',
        problem: { code: 'sli_not_inspected' },
      });
    });
  },
);
