import { availability, service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const checkout = service('checkout');
const monthInKolkata = {
  ...availability,
  window: {
    calendar: {
      duration: '1M',
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Asia/Kolkata',
    },
  },
};
const at = (time: string) => new Date(time);

async function world(start: string) {
  const simulation = await simulate({
    knex: await databases.init('SQLITE_3'),
    entities: [checkout],
    start: at(start),
    templates: [monthInKolkata],
  });
  const slo = async () => (await simulation.slosOf(checkout)).slos[0];
  return { ...simulation, slo };
}

describe('a month in Asia/Kolkata', () => {
  it('counts from its edge at 18:30 UTC, to the minute', async () => {
    const { source, pass, slo } = await world('2026-11-23T14:02:40Z');
    source.services.set('checkout', {
      total: 600,
      outages: [
        // Over the edge of the month: half of it is October's.
        { from: at('2026-10-31T18:20:00Z'), to: at('2026-10-31T18:40:00Z') },
      ],
    });

    await pass(12);
    const answer = await slo();

    expect(answer.window).toMatchObject({
      type: 'calendar',
      duration: '1M',
      startsAt: '2026-10-31T18:30:00.000Z',
      endsAt: '2026-11-30T18:30:00.000Z',
    });
    expect(answer).toMatchObject({ state: 'ok', coverage: 1, bad: 6000 });
    const asOf = 'asOf' in answer ? answer.asOf : '';
    const elapsed =
      (Date.parse(asOf) - Date.parse('2026-10-31T18:30:00Z')) / 60_000;
    expect(answer).toMatchObject({ total: expect.closeTo(600 * elapsed, 3) });
    // October had 31 days, all of the same traffic: more than November so far.
    const october = 600 * 1440 * 31;
    const budget = answer.budget;
    expect(budget.known && budget.expectedTotal).toBeCloseTo(october, -5);
    expect(budget.known && budget.consumedRatio).toBeCloseTo(
      6000 / (0.001 * october),
      3,
    );
    expect(budget.known && budget.exhaustion).toEqual({ kind: 'never' });
    expect(answer.queries).toContainEqual(
      expect.objectContaining({
        window: '1M from 2026-01-01T00:00:00 Asia/Kolkata',
        expression: expect.stringMatching(/\[22d19h\d+m\]/),
      }),
    );
  });

  it('keeps the closed month for its first minutes and then starts anew', async () => {
    const { source, pass, slo } = await world('2026-11-30T18:22:40Z');
    source.services.set('checkout', {
      total: 600,
      outages: [
        { from: at('2026-11-20T10:00:00Z'), to: at('2026-11-20T10:20:00Z') },
      ],
    });

    await pass(10);
    // 18:32: the month ended two minutes ago.
    const closed = await slo();
    expect(closed.window.endsAt).toBe('2026-11-30T18:30:00.000Z');
    expect(closed).toMatchObject({
      asOf: '2026-11-30T18:30:00.000Z',
      bad: 12000,
    });

    await pass(8);
    const begun = await slo();
    expect(begun.window).toMatchObject({
      startsAt: '2026-11-30T18:30:00.000Z',
      endsAt: '2026-12-31T18:30:00.000Z',
    });
    expect(begun).toMatchObject({ state: 'ok', bad: 0, coverage: 1 });
    expect(begun.budget).toMatchObject({ known: true, consumedRatio: 0 });
    const november = 600 * 1440 * 30;
    expect(begun.budget.known && begun.budget.expectedTotal).toBeGreaterThan(
      november * 0.99,
    );
  });

  it('says nothing of a service that is idle when the month begins', async () => {
    const { source, pass, slo } = await world('2026-11-30T18:22:40Z');
    source.services.set('checkout', { total: 600 });
    await pass(13);
    source.services.set('checkout', {
      total: 600,
      killed: at('2026-11-30T18:29:00Z'),
    });
    await pass(5);

    expect((await slo()).state).toBe('pending');
  });
});
