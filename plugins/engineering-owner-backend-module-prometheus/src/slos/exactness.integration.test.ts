import { JsonObject } from '@backstage/types';
import { EntityReading } from '@engineering-owner/backstage-plugin-node';
import { testClient, testInstance } from '../__testUtils__/instance';
import { oddCounters } from '../__testUtils__/oddCounters';
import {
  startPrometheus,
  TemporaryPrometheus,
  whyNoPrometheus,
} from '../__testUtils__/temporaryPrometheus';
import { PrometheusSliSource } from './PrometheusSliSource';

const reason = whyNoPrometheus();
const describeReal = reason ? describe.skip : describe;

const MINUTE = 60;
const HOUR = 3600;
const end = Math.floor(Date.now() / 60_000) * MINUTE;
const { text, gap } = oddCounters(end);
const { signal } = new AbortController();
const quarter = 15 * MINUTE;

const hits = { total: 'hits_total', bad: 'hits_total{code=~"5.."}' };

describeReal(`Counting exactly${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let prometheus: TemporaryPrometheus;

  beforeAll(async () => {
    prometheus = await startPrometheus({ openMetrics: text });
  }, 60_000);

  afterAll(() => prometheus?.stop());

  async function prepared(
    indicator: JsonObject,
    replicaLabels: string[],
    to: number,
  ) {
    const instance = testInstance(prometheus.url, { replicaLabels });
    const client = testClient(instance);
    const source = new PrometheusSliSource(instance, client);
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
    const at = new Date(to * 1000);
    const { inspection } = await source.inspect(group, { at, signal });
    return { client, source, group, inspection };
  }

  /** One entity's counts of the last `seconds`, in one request. */
  async function read(
    entity: string,
    options: {
      indicator?: JsonObject;
      seconds?: number;
      replicaLabels?: string[];
      to?: number;
    } = {},
  ): Promise<EntityReading | undefined> {
    const {
      indicator = { ratio: hits },
      seconds = quarter,
      to = end,
    } = options;
    const { client, source, group, inspection } = await prepared(
      indicator,
      options.replicaLabels ?? [],
      to,
    );
    const stretch = {
      from: new Date((to - seconds) * 1000),
      to: new Date(to * 1000),
    };
    const before = client.telemetry().requests;
    const reading = await source.read(group, inspection, stretch, { signal });
    expect(client.telemetry().requests - before).toBe(1);
    return reading.values.get(entity);
  }

  const counts = (bad: number, total: number) => ({
    kind: 'counts',
    bad: expect.closeTo(bad, 6),
    total: expect.closeTo(total, 6),
  });

  describe('of the table of what a reader must do:', () => {
    it('steady +1/min is exact', async () => {
      expect(await read('steady')).toEqual(counts(0, 15));
    });

    it('a counter reset is handled', async () => {
      // What was counted between the last scrape and the restart is lost.
      expect(await read('restarted')).toEqual({
        kind: 'counts',
        bad: 0,
        total: expect.closeTo(14, 0),
      });
    });

    it('an error series born at 5, then flat, is 5', async () => {
      expect(await read('born')).toEqual(counts(5, 20));
      expect(await read('born', { seconds: HOUR })).toEqual(counts(5, 65));
    });

    it('one sample only is insufficient data', async () => {
      expect(await read('once')).toBeUndefined();
    });

    it('no error series with a total is no errors', async () => {
      expect(await read('steady', { seconds: HOUR })).toEqual(counts(0, 60));
    });

    it('a flat total is no traffic', async () => {
      expect(await read('flat')).toEqual(counts(0, 0));
    });

    it('an absent total is no data', async () => {
      expect(await read('gone')).toBeUndefined();
      expect(await read('nobody')).toBeUndefined();
    });

    it('pod churn loses nothing but what fell between two scrapes', async () => {
      const reading = await read('churning');
      // Half a scrape interval of the leaving pod and of the coming one are extrapolated.
      expect(reading).toEqual({
        kind: 'counts',
        bad: expect.closeTo(16.5, 6),
        total: expect.closeTo(49.5, 6),
      });
    });

    it('two instances are the ratio of sums', async () => {
      const reading = await read('uneven');
      expect(reading).toEqual(counts(15, 202 * 15));
    });

    it('HA replicas count once', async () => {
      const indicator = {
        ratio: {
          total: 'replicated_total',
          bad: 'replicated_total{code=~"5.."}',
        },
      };
      const replicaLabels = ['replica'];
      const seconds = HOUR;
      const options = { indicator, replicaLabels, seconds };
      expect(await read('both', options)).toEqual(counts(360, 3960));
      expect(await read('joined', options)).toEqual(counts(4, 3604));
    });

    it('entities without bad events keep their rows', async () => {
      expect(await read('uneven')).toBeDefined();
      expect(await read('steady')).toBeDefined();
    });

    it('a latency bound without such a bucket is invalid', async () => {
      const latency = { histogram: 'young_seconds', threshold: '2s' };
      expect(await read('respelt', { indicator: { latency } })).toMatchObject({
        kind: 'invalid',
        problem: { code: 'sli_bound_missing' },
      });
    });

    it('a threshold between two bounds takes the one that is asked for', async () => {
      const latency = {
        histogram: 'young_seconds',
        threshold: '2s',
        nearestBucket: 'lower',
      };
      expect(await read('respelt', { indicator: { latency } })).toEqual(
        counts(150, 1500),
      );
    });

    it('le="1" and le="1.0" are one bound, also where one follows the other', async () => {
      const latency = { histogram: 'young_seconds', threshold: '1s' };
      const reading = await read('respelt', {
        indicator: { latency },
        seconds: 2 * HOUR,
      });
      expect(reading).toMatchObject({ total: expect.closeTo(12_000, 6) });
      expect(reading).toMatchObject({
        // 10 of 100, and what fell between the last scrape of one and the first of the other.
        bad: expect.closeTo(1200, -2),
      });
    });

    it('a label that the metric does not have is invalid', async () => {
      const ratio = { total: 'hits_total', bad: 'hits_total{status=~"5.."}' };
      expect(await read('steady', { indicator: { ratio } })).toMatchObject({
        kind: 'invalid',
        problem: { code: 'sli_label_missing' },
      });
    });
  });

  describe('after a gap of three hours', () => {
    const to = gap.to + HOUR;

    it('of one service, what it had counted before is not born', async () => {
      expect(await read('returned', { seconds: HOUR, to })).toEqual(
        counts(0, 60),
      );
    });

    it('of everything, nothing is born', async () => {
      const ratio = {
        total: 'scraped_total',
        bad: 'scraped_total{code=~"5.."}',
      };
      const options = { indicator: { ratio }, seconds: HOUR };
      expect(await read('down', { ...options, to })).toEqual(counts(0, 60));
      expect(await read('down', { ...options, to: to - 1800 })).toMatchObject({
        kind: 'counts',
        total: expect.closeTo(30, -1),
      });
    });
  });

  it('counts births in the hours of a range too', async () => {
    const { source, group, inspection } = await prepared(
      { ratio: hits },
      [],
      end,
    );
    const steps = await source.readSteps(
      group,
      inspection,
      {
        from: new Date((end - 2 * HOUR) * 1000),
        to: new Date(end * 1000),
        stepSeconds: HOUR,
      },
      { signal },
    );
    expect(steps.map(({ reading }) => reading.values.get('born'))).toEqual([
      counts(0, 60),
      counts(5, 65),
    ]);
  });

  it.each([
    ['born', '30m', hits],
    ['churning', '30m', hits],
    ['churning', '5m', hits],
    ['returned', '90m', hits],
    ['steady', '1h', hits],
    ['born', '1h', { total: hits.total, good: 'hits_total{code!~"5.."}' }],
  ])('describes what it counts of %s in %s', async (service, window, ratio) => {
    const seconds = { '5m': 300, '30m': 1800, '90m': 5400 }[window] ?? HOUR;
    const indicator = { ratio };
    const { client, source, group, inspection } = await prepared(
      indicator,
      [],
      end,
    );
    const reading = await read(service, { indicator, seconds });
    const queries = source.describe(group, inspection, service, window);
    const answers = await Promise.all(
      queries.map(async ({ meaning, expression }) => {
        const at = new Date(end * 1000);
        const { result } = await client.query(expression, at, signal);
        return [meaning, result[0]?.value];
      }),
    );
    if (reading?.kind !== 'counts') {
      throw new Error(`${service} was not counted`);
    }
    expect(Object.fromEntries(answers)).toMatchObject({
      bad: expect.closeTo(reading.bad, 6),
      total: expect.closeTo(reading.total, 6),
    });
  });
});
