import { sloHistoryResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';
import { getHistory } from './getHistory';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');

async function world() {
  const simulation = await simulate({
    knex: await databases.init('SQLITE_3'),
    entities: [checkout],
    start,
  });
  const history = async (query: Record<string, string>, slo = 'availability') =>
    sloHistoryResponseSchema.parse(
      await getHistory(
        {
          entity: checkout,
          entityRef: 'component:default/checkout',
          credentials: mockCredentials.user(),
          // The two parts of a request that are read.
          request: { params: { slo }, query } as any,
        },
        simulation.domain.answers,
      ),
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
      'component:default/checkout has no SLO "uptime"; it has: availability',
    );
  });
});
