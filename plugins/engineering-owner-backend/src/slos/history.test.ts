import { sloHistoryResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { availability, service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');
const latency = {
  ...availability,
  name: 'latency',
  indicator: { latency: { histogram: 'request_seconds', threshold: '300ms' } },
  objective: 99,
};

async function world() {
  const simulation = await simulate({
    knex: await databases.init('SQLITE_3'),
    entities: [checkout],
    start,
    templates: [availability, latency],
  });
  const history = async (query: Record<string, string>, slo = 'availability') =>
    sloHistoryResponseSchema.parse(
      await simulation.answer('/slos/:slo/history', checkout, {
        params: { slo },
        query,
      }),
    );
  return { ...simulation, history };
}

describe('the history of an SLO', () => {
  it('ends where the budget stands and starts full', async () => {
    const { source, pass, slosOf, history } = await world();
    source.services.set('checkout', {
      total: 600,
      outages: [
        {
          from: new Date('2026-11-10T10:00:00Z'),
          to: new Date('2026-11-10T10:20:00Z'),
        },
        // A moment ago: in no hour of the ledger yet.
        {
          from: new Date('2026-11-23T14:00:00Z'),
          to: new Date('2026-11-23T14:03:00Z'),
        },
      ],
    });

    await pass(12);
    const { slos } = await slosOf(checkout);
    const { points, scale, windowStartsAt } = await history({});

    const budget = slos[0].budget;
    expect(budget.known && budget.remainingRatio).toBeCloseTo(
      points.at(-1)?.remainingRatio ?? NaN,
      9,
    );
    expect(points.at(-1)?.to).toBe(slos[0].window.endsAt);
    expect(points.at(-1)?.counts?.bad).toBe(3 * 600);
    expect(scale).toBeCloseTo(1, 9);
    expect(windowStartsAt).toBe(slos[0].window.startsAt);
    expect(points[0].remainingRatio).toBe(1);
    const fall = points.find(({ from }) => from === '2026-11-10T10:00:00.000Z');
    expect(fall?.counts).toEqual({ bad: 12000, total: 36000 });
    expect(fall?.remainingRatio).toBeLessThan(1);
  });

  it('adds up to the steps that are asked for', async () => {
    const { source, pass, history } = await world();
    source.services.set('checkout', { total: 600 });

    await pass(8);
    const { points, stepSeconds } = await history({
      from: '2026-11-20T00:00:00Z',
      to: '2026-11-22T00:00:00Z',
      step: '6h',
    });

    expect(stepSeconds).toBe(21600);
    expect(points).toHaveLength(8);
    expect(points[0]).toMatchObject({
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-20T06:00:00.000Z',
      counts: { bad: 0, total: 6 * 36000 },
    });
  });

  it('shows a gap of the source as unknown, and lowers the coverage by it', async () => {
    const { source, pass, slosOf, history } = await world();
    source.services.set('checkout', { total: 600 });
    source.gaps.push({
      from: new Date('2026-11-20T03:00:00Z'),
      to: new Date('2026-11-20T06:00:00Z'),
    });

    await pass(8);
    const { slos } = await slosOf(checkout);
    const { points } = await history({});

    expect(slos[0].coverage).toBeCloseTo(1 - 3 / 720, 9);
    expect(
      points.filter(({ counts }) => counts === null).map(({ from }) => from),
    ).toEqual(['03', '04', '05'].map(hour => `2026-11-20T${hour}:00:00.000Z`));
  });

  it('holds nothing that was not read', async () => {
    const { history } = await world();
    expect((await history({})).points).toEqual([]);
  });

  it('names the SLOs there are when asked for another', async () => {
    const { history } = await world();
    await expect(history({}, 'uptime')).rejects.toThrow(
      'component:default/checkout has no SLO "uptime"; it has: availability, latency',
    );
  });

  describe('finer than an hour', () => {
    const range = {
      from: '2026-11-23T11:00:00Z',
      to: '2026-11-23T13:00:00Z',
      step: '5m',
    };

    it('is read from the source, and falls as the hourly chart does', async () => {
      const { source, pass, history } = await world();
      source.services.set('checkout', {
        total: 600,
        outages: [
          {
            from: new Date('2026-11-23T11:20:00Z'),
            to: new Date('2026-11-23T11:30:00Z'),
          },
        ],
      });
      await pass(8);

      const hourly = await history({ ...range, step: '1h' });
      const fine = await history(range);

      expect(hourly).toMatchObject({ resolution: 'ledger', stepSeconds: 3600 });
      expect(fine).toMatchObject({
        resolution: 'source',
        stepSeconds: 300,
        problems: [],
      });
      expect(fine.points).toHaveLength(24);
      expect(fine.points.map(({ counts }) => counts?.bad)).toEqual([
        ...[0, 0, 0, 0, 3000, 3000],
        ...Array.from({ length: 18 }, () => 0),
      ]);
      const [before, after] = hourly.points.map(each => each.remainingRatio);
      expect(fine.points[3].remainingRatio).toBe(1);
      expect(fine.points[5].remainingRatio).toBeCloseTo(before ?? NaN, 9);
      expect(fine.points.at(-1)?.remainingRatio).toBeCloseTo(after ?? NaN, 9);
    });

    it('takes steps of five minutes where a minute holds one scrape', async () => {
      const { source, pass, history } = await world();
      source.services.set('checkout', { total: 600, latencySeconds: 0.25 });
      source.scrapeSeconds = 60;
      await pass(8);
      const query = { ...range, from: '2026-11-23T12:00:00Z', step: '1m' };

      const rare = await history(query);
      expect(rare).toMatchObject({ resolution: 'source', stepSeconds: 300 });
      expect(rare.points).toHaveLength(12);
      expect(rare.points[0].counts?.total).toBe(3000);
      const slow = await history({ ...query, latency: 'true' }, 'latency');
      expect(slow.latency?.points).toHaveLength(12);

      source.scrapeSeconds = 30;
      const often = await history({ ...query, to: '2026-11-23T12:30:00Z' });
      expect(often.stepSeconds).toBe(60);
      expect(often.points).toHaveLength(30);
    });

    it('is asked for once by all who look in the same minute', async () => {
      const { source, pass, skip, history } = await world();
      source.services.set('checkout', { total: 600 });
      await pass(8);
      const asked = () =>
        source.requests.filter(({ kind }) => kind === 'entity_steps').length;

      await Promise.all([history(range), history(range), history(range)]);
      await history(range);
      expect(asked()).toBe(1);

      skip(2);
      await history(range);
      expect(asked()).toBe(2);
    });

    it('ends where samples have settled, and knows no gap of the source', async () => {
      const { source, pass, history } = await world();
      source.services.set('checkout', { total: 600 });
      source.gaps.push({
        from: new Date('2026-11-23T13:30:00Z'),
        to: new Date('2026-11-23T13:40:00Z'),
      });
      await pass(9);

      // It is 14:11:40.
      const { points } = await history({
        from: '2026-11-23T13:30:00Z',
        to: '2026-11-24T13:30:00Z',
        step: '5m',
      });

      expect(points.at(-1)?.to).toBe('2026-11-23T14:10:00.000Z');
      expect(points.map(({ counts }) => counts?.total)).toEqual([
        undefined,
        undefined,
        ...[3000, 3000, 3000, 3000, 3000, 3000],
      ]);
    });

    it('shows the hours when the source does not answer, and says so', async () => {
      const { source, pass, skip, history } = await world();
      source.services.set('checkout', { total: 600 });
      await pass(8);
      source.chartFailure = new Error('connect ECONNREFUSED');

      const failed = await history(range);
      expect(failed).toMatchObject({
        resolution: 'ledger',
        stepSeconds: 3600,
        problems: [
          {
            code: 'chart_hourly',
            message: expect.stringContaining('connect ECONNREFUSED'),
          },
        ],
      });
      expect(failed.points).toHaveLength(2);

      source.chartFailure = undefined;
      skip(1);
      expect((await history(range)).resolution).toBe('source');
    });

    it('shows the hours of a source that cannot be read that finely', async () => {
      const { source, pass, history } = await world();
      source.services.set('checkout', { total: 600 });
      Object.assign(source, { readEntitySteps: undefined });
      await pass(8);

      const { resolution, problems } = await history(range);
      expect(resolution).toBe('ledger');
      expect(problems[0].message).toContain('cannot be read that finely');
    });

    it('shows nothing but the reason before anything was read', async () => {
      const { history } = await world();
      expect(await history(range)).toMatchObject({
        points: [],
        problems: [{ code: 'chart_hourly' }],
      });
    });
  });

  describe('with latencies', () => {
    it('tells the percentile of the objective beside the threshold', async () => {
      const { source, pass, history } = await world();
      source.services.set('checkout', { total: 600, latencySeconds: 0.25 });
      await pass(8);

      const query = {
        from: '2026-11-23T10:00:00Z',
        to: '2026-11-23T12:00:00Z',
      };
      const answer = await history({ ...query, latency: 'true' }, 'latency');

      expect(answer.latency).toEqual({
        quantile: 0.99,
        thresholdSeconds: 0.3,
        points: [
          { at: '2026-11-23T11:00:00.000Z', seconds: 0.25 },
          { at: '2026-11-23T12:00:00.000Z', seconds: 0.25 },
        ],
      });
      expect((await history(query, 'latency')).latency).toBeUndefined();
      expect(
        (await history({ ...query, latency: 'true' })).latency,
      ).toBeUndefined();
    });

    it('come with the query of the same share', async () => {
      const { source, pass, slosOf } = await world();
      source.services.set('checkout', { total: 600, latencySeconds: 0.25 });
      await pass(8);

      const { slos } = await slosOf(checkout);
      const percentiles = slos.map(({ name, queries }) => [
        name,
        queries
          .filter(({ meaning }) => meaning === 'percentile')
          .map(({ window, expression }) => [window, expression])
          .at(0),
      ]);
      expect(Object.fromEntries(percentiles)).toEqual({
        availability: undefined,
        latency: ['5m', 'p(0.99, checkout, 5m)'],
      });
    });

    it('are asked for a week at a time, and for a month at most', async () => {
      const { source, pass, history } = await world();
      source.services.set('checkout', { total: 600, latencySeconds: 0.25 });
      await pass(8);
      const asked = () =>
        source.requests.filter(({ kind }) => kind === 'percentile').length;

      const month = await history({ latency: 'true' }, 'latency');
      expect(month.latency?.points).toHaveLength(720);
      expect(asked()).toBe(5);

      const quarter = await history(
        { from: '2026-08-25T00:00:00Z', step: '6h', latency: 'true' },
        'latency',
      );
      expect(quarter.latency).toBeUndefined();
      expect(quarter.problems[0].message).toContain('at most 31 days');
      expect(asked()).toBe(5);
    });

    it('leaves them out when they cannot be read, and says so', async () => {
      const { source, pass, history } = await world();
      source.services.set('checkout', { total: 600 });
      await pass(8);
      source.chartFailure = new Error('query timed out');

      const answer = await history({ latency: 'true' }, 'latency');

      expect(answer.latency).toBeUndefined();
      expect(answer.points.length).toBeGreaterThan(700);
      expect(answer.problems).toEqual([
        expect.objectContaining({ code: 'latency_unread' }),
      ]);
    });
  });
});
