import { JsonObject } from '@backstage/types';
import { soleValue } from '@engineering-owner/backstage-plugin-node';
import { familyOf, openMetrics } from '../__testUtils__/history';
import { testClient, testInstance } from '../__testUtils__/instance';
import {
  startPrometheus,
  TemporaryPrometheus,
  whyNoPrometheus,
} from '../__testUtils__/temporaryPrometheus';
import { PrometheusSliSource } from './PrometheusSliSource';

const reason = whyNoPrometheus();
const describeReal = reason ? describe.skip : describe;

const HOUR = 3600;
const end = Math.floor(Date.now() / 60_000) * 60;
const start = end - 3 * HOUR;
const { signal } = new AbortController();
const minutes = (time: number) => (time - start) / 60;

const family = (
  name: string,
  series: Array<{
    labels: Record<string, string>;
    valueAt: (time: number) => number | undefined;
  }>,
) =>
  familyOf({ name, series, from: start + 30, to: end - 30, stepSeconds: 60 });

const text = openMetrics([
  family('asked_total', [
    {
      labels: { service: 'a', code: '200', ns: 'x' },
      valueAt: t => 9 * minutes(t),
    },
    {
      labels: { service: 'a', code: '500', ns: 'x' },
      valueAt: t => minutes(t),
    },
    {
      labels: { service: 'a', code: '200', ns: 'y' },
      valueAt: t => 90 * minutes(t),
    },
    {
      labels: { service: '$1', code: '200', ns: 'x' },
      valueAt: t => 2 * minutes(t),
    },
  ]),
  // Down for the first half of the last hour.
  family('probe_success', [
    {
      labels: { service: 'a' },
      valueAt: t => (t > end - HOUR && t <= end - HOUR / 2 ? 0 : 1),
    },
    { labels: { service: 'odd' }, valueAt: () => 7 },
  ]),
  family('failed_ratio', [
    {
      labels: { service: 'a' },
      valueAt: t => (t > end - HOUR / 2 ? NaN : 0.2),
    },
  ]),
]);

describeReal(
  `Kinds of indicators${reason ? ` (skipped: ${reason})` : ''}`,
  () => {
    let prometheus: TemporaryPrometheus;

    beforeAll(async () => {
      prometheus = await startPrometheus({ openMetrics: text });
    }, 60_000);

    afterAll(() => prometheus?.stop());

    async function read(
      indicator: JsonObject,
      options: { entityLabel?: string; selector?: string } = {
        entityLabel: 'service',
      },
    ) {
      const client = testClient(testInstance(prometheus.url));
      const source = new PrometheusSliSource(
        testInstance(prometheus.url),
        client,
      );
      const compiled = source.compile({
        name: 'a template',
        place: 'templates[0]',
        indicator,
        ...(options.entityLabel && { entityLabel: options.entityLabel }),
        ...(options.selector && {
          selector: { text: options.selector, place: 'the annotation' },
        }),
      });
      if (!compiled.ok) {
        throw new Error(compiled.problem.message);
      }
      const { group } = compiled;
      const at = new Date(end * 1000);
      const { inspection, problems } = await source.inspect(group, {
        at,
        signal,
      });
      const stretch = { from: new Date((end - HOUR) * 1000), to: at };
      const { values } = await source.read(group, inspection, stretch, {
        signal,
      });
      /** What the described queries answer for an entity. */
      const described = async (entity: string) =>
        Object.fromEntries(
          await Promise.all(
            source
              .describe(group, inspection, entity, '1h')
              .map(async ({ meaning, expression }) => [
                meaning,
                (await client.query(expression, at, signal)).result[0]?.value,
              ]),
          ),
        );
      return { group, values, problems, described };
    }

    const counts = (bad: number, total: number) => ({
      kind: 'counts',
      bad: expect.closeTo(bad, 6),
      total: expect.closeTo(total, 6),
    });
    const answered = (bad: number, total: number) => ({
      bad: expect.closeTo(bad, 6),
      total: expect.closeTo(total, 6),
      error_ratio: expect.closeTo(bad / total, 9),
    });
    const query = (selector: string, by = ' by (service)') =>
      `sum${by} (increase(${selector}[{{.window}}]))`;

    it('a ratio of two queries, by entity', async () => {
      const { values, described, problems } = await read({
        ratioQuery: {
          total: query('asked_total'),
          bad: query('asked_total{code=~"5.."}'),
        },
      });
      expect(problems).toEqual([]);
      expect(values.get('a')).toEqual(counts(60, 6000));
      expect(values.get('$1')).toEqual(counts(0, 120));
      expect(await described('a')).toEqual(answered(60, 6000));
      expect(await described('$1')).toEqual(answered(0, 120));
    });

    it('a ratio of two queries of one entity', async () => {
      const ratioQuery = {
        total: query('asked_total{ns="x"}', ''),
        good: query('asked_total{ns="x",code!~"5.."}', ''),
      };
      const { group, values, described } = await read({ ratioQuery }, {});
      expect(group).toMatchObject({ bespoke: true });
      expect(group).not.toHaveProperty('entityLabel');
      expect([...values]).toEqual([[soleValue, counts(60, 720)]]);
      expect(await described(soleValue)).toEqual(answered(60, 720));
    });

    it('a ratio and a latency of one entity', async () => {
      const ratio = {
        total: 'asked_total{service="a"}',
        bad: 'asked_total{service="a",code=~"5.."}',
      };
      const { values, described } = await read({ ratio }, {});
      expect([...values]).toEqual([[soleValue, counts(60, 6000)]]);
      expect(await described(soleValue)).toEqual(answered(60, 6000));
    });

    it('matchers of an entity narrow every selector', async () => {
      const entityLabel = 'service';
      const selector = 'ns="x"';
      const ratio = { total: 'asked_total', bad: 'asked_total{code=~"5.."}' };
      const plain = await read({ ratio }, { entityLabel, selector });
      expect(plain.values.get('a')).toEqual(counts(60, 600));
      expect(await plain.described('a')).toEqual(answered(60, 600));
      const ratioQuery = {
        total: query('asked_total'),
        bad: query('asked_total{code=~"5.."}'),
      };
      const queried = await read({ ratioQuery }, { entityLabel, selector });
      expect(queried.values.get('a')).toEqual(counts(60, 600));
      expect(plain.group.bespoke).toBe(true);
      expect(plain.group.id).not.toBe((await read({ ratio })).group.id);
    });

    it('a mistyped label of a query is no zero', async () => {
      const { values, problems } = await read({
        ratioQuery: {
          total: query('asked_total'),
          bad: query('asked_total{status=~"5.."}'),
        },
      });
      const problem = expect.objectContaining({
        code: 'sli_label_missing',
        message: expect.stringContaining('"status"'),
      });
      expect(problems).toEqual([problem]);
      expect(values.get('a')).toEqual({ kind: 'invalid', problem });
    });

    it('good events by a label that nobody has are no 100 %', async () => {
      const { values } = await read({
        ratioQuery: {
          total: query('asked_total'),
          good: query('asked_total{status!~"5.."}'),
        },
      });
      expect(values.get('a')).toMatchObject({ kind: 'invalid' });
    });

    it('a query that loses the entity label says so', async () => {
      const { values, problems } = await read({
        ratioQuery: {
          total: query('asked_total', ''),
          bad: query('asked_total{code=~"5.."}', ''),
        },
      });
      expect(values.size).toBe(0);
      expect(problems).toEqual([
        expect.objectContaining({
          message: expect.stringContaining('sum by (service)'),
        }),
      ]);
    });

    it('a gauge counts samples', async () => {
      const { values, described } = await read({
        gauge: { up: 'probe_success' },
      });
      expect(values.get('a')).toEqual(counts(30, 60));
      expect(await described('a')).toEqual(answered(30, 60));
      expect(values.get('odd')).toMatchObject({
        kind: 'invalid',
        problem: { code: 'sli_not_a_ratio' },
      });
    });

    it.each([
      ['failure', 0.2],
      ['success', 0.8],
    ])(
      'a raw ratio of %s leaves out what is no number',
      async (rawType, share) => {
        const { values, described } = await read({
          rawRatio: { query: 'failed_ratio', rawType },
        });
        const reading = values.get('a');
        if (reading?.kind !== 'counts') {
          throw new Error('not counted');
        }
        expect(reading.total).toBeGreaterThan(25);
        expect(reading.total).toBeLessThan(40);
        expect(reading.bad / reading.total).toBeCloseTo(share, 6);
        expect(await described('a')).toEqual(
          answered(reading.bad, reading.total),
        );
      },
    );
  },
);
