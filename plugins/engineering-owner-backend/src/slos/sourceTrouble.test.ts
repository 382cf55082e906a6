import { availability, service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');

async function world(source = new FakeSliSource()) {
  source.services.set('checkout', { total: 600 });
  return simulate({
    knex: await databases.init('SQLITE_3'),
    entities: [checkout],
    start,
    source,
  });
}

describe('a source in trouble', () => {
  it('that never answered reads as a query error, not as no data', async () => {
    const { source, pass, slosOf } = await world();
    source.failure = new Error('503 timeout: query timed out in expression');

    await pass(3);
    const { slos } = await slosOf(checkout);

    expect(slos[0]).toMatchObject({
      state: 'query_error',
      budget: { known: false },
    });
    expect(slos[0].burnRates[0]).toMatchObject({
      state: 'query_error',
      lastError: '503 timeout: query timed out in expression',
    });
  });

  it('is asked once a minute and group while it answers nothing', async () => {
    const { source, pass } = await world();
    await pass(10);
    source.failure = new Error('connect ECONNREFUSED');

    const requests = await pass(10);

    expect(Math.max(...requests)).toBeLessThanOrEqual(2);
  });

  it('that warns of missing data does not replace a whole reading until that is stale', async () => {
    const { source, pass, slosOf } = await world();
    await pass(5);
    source.warning = 'store eu-1 did not answer';
    source.services.set('checkout', { total: 100 });

    await pass(1);
    const kept = await slosOf(checkout);
    await pass(5);
    const replaced = await slosOf(checkout);

    expect(kept.slos[0].burnRates[0]).toMatchObject({
      state: 'ok',
      total: 3000,
      lastError: expect.stringContaining('store eu-1 did not answer'),
    });
    expect(replaced.slos[0].burnRates[0]).toMatchObject({
      state: 'partial',
      total: 500,
    });
  });

  it('that cannot be inspected any more goes on being read, all windows', async () => {
    const { source, pass, skip, slosOf } = await world();
    await pass(3);
    source.inspectionFailure = new Error('label names are switched off');

    skip(7 * 60);
    await pass(12);
    const { slos } = await slosOf(checkout);

    expect(slos[0].state).toBe('ok');
    expect(slos[0].burnRates.map(({ state }) => state)).toEqual(
      Array.from({ length: 7 }, () => 'ok'),
    );
  });

  it('that finds an entity unreadable makes it invalid and names the reason', async () => {
    const { source, pass, slosOf } = await world();
    source.services.set('checkout', {
      total: 600,
      invalid: {
        code: 'label_missing',
        severity: 'error',
        message: 'requests has no label "status"',
      },
    });

    await pass(5);
    const { slos } = await slosOf(checkout);

    expect(slos[0].burnRates[0]).toMatchObject({
      state: 'invalid',
      problem: { message: 'requests has no label "status"' },
    });
    expect(slos[0].state).toBe('invalid');
  });

  it('that keeps fifteen days only makes a thirty-day window partial', async () => {
    const { source, pass, slosOf } = await world();
    source.keptSince = new Date('2026-11-08T14:00:00Z');

    await pass(8);
    const { slos } = await slosOf(checkout);

    expect(slos[0].state).toBe('partial');
    expect(slos[0].coverage).toBeGreaterThan(0.49);
    expect(slos[0].coverage).toBeLessThan(0.52);
    expect(slos[0].budget).toMatchObject({ known: true });
  });

  it('that forgets the oldest day of a window leaves it whole, from the hours of the ledger', async () => {
    const { source, pass, skip, slosOf } = await world();
    source.services.set('cart', { total: 30 });
    const outage = {
      from: new Date('2026-10-25T20:00:00Z'),
      to: new Date('2026-10-25T20:30:00Z'),
    };
    source.services.set('checkout', { total: 600, outages: [outage] });
    await pass(8);

    skip(1440);
    source.keptSince = new Date('2026-11-08T14:00:00Z');
    await pass(8);
    const { slos } = await slosOf(checkout);

    // The window begins on 10-25 at 14:15; the rest of that hour is lost.
    const [slo] = slos;
    expect(slo.window.startsAt).toBe('2026-10-25T14:15:00.000Z');
    expect(slo.state).toBe('ok');
    expect(slo.coverage).toBeCloseTo(1 - 45 / 60 / 720, 6);
    expect(slo).toMatchObject({
      bad: 30 * 600,
      total: 600 * (720 * 60 - 45),
    });
  });

  it('that was down for most of a day makes a window of a day partial', async () => {
    const { source, pass, slosOf } = await world();
    source.gaps.push({
      from: new Date('2026-11-22T15:00:00Z'),
      to: new Date('2026-11-23T11:00:00Z'),
    });
    await pass(20);
    const { slos } = await slosOf(checkout);

    const window = (name: string) =>
      slos[0].burnRates.find(each => each.window === name);
    expect(window('1d')).toMatchObject({
      state: 'partial',
      coverage: expect.closeTo(4 / 24, 6),
    });
    expect(window('6h')).toMatchObject({
      state: 'partial',
      coverage: expect.closeTo(200 / 360, 6),
    });
    expect(window('2h')).toMatchObject({ state: 'ok', coverage: 1 });
    expect(window('1h')).toMatchObject({ state: 'ok', coverage: 1 });
  });

  it('is not asked any more once the task is aborted', async () => {
    const { source, runner, domain, pass, sources } = await world();
    await pass(1);
    const asked = source.requests.length;
    const task = domain.tasks?.find(({ name }) => name.startsWith('slos.read'));
    const aborted = AbortSignal.abort(new Error('timeout of 45 seconds'));

    await runner.run(task!, aborted);
    const status = await sources();

    expect(source.requests.length).toBe(asked);
    expect(
      status.sources.find(({ id }) => id === 'prometheus:default')?.tasks,
    ).toContainEqual(
      expect.objectContaining({
        name: 'slos.read:prometheus:default',
        lastError: expect.stringContaining('not done within its timeout'),
      }),
    );
  });

  it('goes on with its history where it stopped', async () => {
    const { source, pass, sources } = await world();
    const progress = async () =>
      (await sources()).sources
        .find(({ id }) => id === 'prometheus:default')
        ?.tasks.find(({ name }) => name.startsWith('slos.backfill'))?.progress;

    await pass(1);
    const filled = source.requests.filter(
      ({ kind }) => kind === 'steps',
    ).length;
    await pass(5);

    expect(filled).toBe(30);
    expect(await progress()).toBe(1);
    expect(
      source.requests.filter(({ kind }) => kind === 'steps').length,
    ).toBeLessThanOrEqual(32);
  });

  it('with a template that only one of two sources understands leaves the other alone', async () => {
    const knex = await databases.init('SQLITE_3');
    const { source, pass, slosOf } = await simulate({
      knex,
      entities: [checkout],
      start,
      templates: [
        { ...availability, name: 'elsewhere', prometheus: 'us' },
        availability,
      ],
    });
    source.services.set('checkout', { total: 600 });

    await pass(3);
    const { slos } = await slosOf(checkout);

    expect(slos).toMatchObject([
      {
        name: 'elsewhere',
        state: 'invalid',
        problem: {
          code: 'source_unknown',
          message:
            'engineeringOwner.slos.templates[0].prometheus is "us"; there is no such source. There are: prometheus: default',
        },
      },
      { name: 'availability', now: { state: 'ok' } },
    ]);
  });
});
