import { mockCredentials } from '@backstage/backend-test-utils';
import {
  EventCounts,
  sloWhatIfResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import { availability, service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';
import { getWhatIf } from './getWhatIf';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');
const day = 86_400_000;

async function world() {
  const simulation = await simulate({
    knex: await databases.init('SQLITE_3'),
    entities: [checkout],
    start,
  });
  simulation.source.services.set('checkout', {
    total: 600,
    bad: 0.06,
    outages: [
      {
        from: new Date('2026-11-18T10:05:00Z'),
        to: new Date('2026-11-18T10:35:00Z'),
      },
    ],
  });
  await simulation.pass(8);
  const whatIf = async (query: Record<string, string>, slo = 'availability') =>
    sloWhatIfResponseSchema.parse(
      await getWhatIf(
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
  return { ...simulation, whatIf };
}

describe('what if', () => {
  it('says for its own target and window what the tile says', async () => {
    const { slosOf, whatIf } = await world();
    const { slos } = await slosOf(checkout);
    const answer = await whatIf({});

    expect(answer.budget).toEqual(slos[0].budget);
    expect(answer.window).toEqual(slos[0].window);
    expect(answer.alerts.map(({ factor }) => factor)).toEqual([14.4, 6, 3, 1]);
    expect(answer.alerts[0]).not.toHaveProperty('state');
  });

  it('judges the same events by another target', async () => {
    const { slosOf, whatIf } = await world();
    const { slos } = await slosOf(checkout);
    const answer = await whatIf({ objective: '99.5' });

    const { budget } = slos[0];
    const own = budget.known ? budget.consumedRatio : NaN;
    expect(answer.objective).toBe(0.995);
    expect(answer.budget).toMatchObject({
      consumedRatio: expect.closeTo(own / 5, 9),
    });
  });

  it('takes another window from the ledger and asks no source', async () => {
    const { source, whatIf } = await world();
    const before = source.requests.length;
    const answer = await whatIf({ window: '7d' });

    expect(source.requests).toHaveLength(before);
    const end = new Date(answer.window.endsAt ?? '');
    const truth: EventCounts | undefined = source.truth('checkout', {
      from: new Date(end.getTime() - 7 * day),
      to: end,
    });
    expect(answer.reading).toMatchObject({
      state: 'ok',
      total: expect.closeTo(truth?.total ?? NaN, 3),
      bad: expect.closeTo(truth?.bad ?? NaN, 3),
      coverage: expect.closeTo(1, 9),
    });
    expect(answer.window).toMatchObject({ type: 'rolling', duration: '7d' });
    expect(answer.alerts.map(({ factor }) => factor)).toEqual([
      13.44, 3.5, 1.4, 1,
    ]);
  });

  it('takes a window that was its own before from the ledger', async () => {
    const { context, now, source, whatIf } = await world();
    const changed = await simulate({
      knex: context.knex,
      entities: [checkout],
      start: now(),
      source,
      templates: [{ ...availability, window: '7d' }],
    });
    await changed.pass(25);
    const reading = async (window: string) => {
      const answer = await getWhatIf(
        {
          entity: checkout,
          entityRef: 'component:default/checkout',
          credentials: mockCredentials.user(),
          request: {
            params: { slo: 'availability' },
            query: { window },
          } as any,
        },
        changed.domain.answers,
      );
      return answer.reading;
    };

    expect((await whatIf({})).reading.state).toBe('ok');
    expect(await reading('30d')).toMatchObject({ state: 'ok' });
  });

  it('is partial beyond what the ledger holds', async () => {
    const { whatIf } = await world();
    const { reading } = await whatIf({ window: '90d' });

    expect(reading.state).toBe('partial');
    expect(reading.coverage).toBeGreaterThan(0.3);
    expect(reading.coverage).toBeLessThan(0.4);
  });

  it.each([
    [{ objective: '100' }, 'a percentage above 0 and below 100'],
    [{ objective: '0' }, 'a percentage above 0 and below 100'],
    [{ objective: '1e1' }, 'a percentage above 0 and below 100'],
    [{ objective: '-5' }, 'a percentage above 0 and below 100'],
    [{ window: '30m' }, 'from 1h to 400d'],
    [{ window: '401d' }, 'from 1h to 400d'],
    [{ window: '1M' }, 'from 1h to 400d'],
    [{ window: '9'.repeat(400) }, 'from 1h to 400d'],
  ])('refuses %j', async (query: Record<string, string>, message) => {
    const { whatIf } = await world();
    await expect(whatIf(query)).rejects.toThrow(message);
  });

  it('names the SLOs there are when asked for another', async () => {
    const { whatIf } = await world();
    await expect(whatIf({}, 'uptime')).rejects.toThrow(
      'has no SLO "uptime"; it has: availability',
    );
  });
});
