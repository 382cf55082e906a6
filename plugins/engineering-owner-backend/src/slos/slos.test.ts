import { Problem } from '@engineering-owner/backstage-plugin-common';
import { availability, service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const minute = 60_000;
const day = 1440 * minute;
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');

describe.each(databases.eachSupportedId())('SLOs on %s', databaseId => {
  it('are pending before the first read, also before the catalog was matched', async () => {
    const knex = await databases.init(databaseId);
    const world = await simulate({ knex, entities: [checkout], start });

    const { slos, asOf } = await world.slosOf(checkout);

    expect(asOf).toBeUndefined();
    expect(slos).toEqual([
      expect.objectContaining({
        name: 'availability',
        objective: 0.999,
        state: 'pending',
        now: { state: 'unknown' },
        budget: { known: false },
      }),
    ]);
  });

  it('show the truth of every window once the history is filled', async () => {
    const knex = await databases.init(databaseId);
    const world = await simulate({ knex, entities: [checkout], start });
    const outage = {
      from: new Date('2026-11-10T10:20:00Z'),
      to: new Date('2026-11-10T10:35:00Z'),
    };
    world.source.services.set('checkout', {
      total: 600,
      bad: 0.06,
      outages: [outage],
    });

    await world.pass(8);
    const { slos } = await world.slosOf(checkout);

    const [slo] = slos;
    expect(slo.state).toBe('ok');
    const end = new Date(slo.window.endsAt ?? '');
    const truth = world.source.truth('checkout', {
      from: new Date(end.getTime() - 30 * day),
      to: end,
    });
    expect(slo).toMatchObject({
      coverage: 1,
      total: truth?.total,
      bad: expect.closeTo(truth?.bad ?? NaN, 6),
    });
    const burned = (truth?.bad ?? NaN) / (truth?.total ?? NaN) / 0.001;
    expect(slo.budget).toMatchObject({
      known: true,
      consumedRatio: expect.closeTo(burned, 9),
    });
    expect(slo.now).toEqual({ state: 'ok' });
    expect(slo.burnRates.map(({ window, state }) => [window, state])).toEqual(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d'].map(window => [window, 'ok']),
    );
    expect(slo.alerts.map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'ok'),
    );
    expect(slo.queries).toContainEqual({
      window: '1h',
      meaning: 'total',
      expression: 'sum(increase(requests{service="checkout"}[1h]))',
    });
  });

  it('keep the own window of a killed service and head it by what is known now', async () => {
    const knex = await databases.init(databaseId);
    const killed = new Date('2026-11-23T14:12:00Z');
    const world = await simulate({
      knex,
      entities: [checkout, service('cart')],
      start,
    });
    world.source.services.set('checkout', { total: 60, killed });
    world.source.services.set('cart', { total: 60 });

    await world.pass(12);
    world.skip(60);
    await world.pass(3);
    const { slos } = await world.slosOf(checkout);

    const [slo] = slos;
    expect(slo.state).toBe('ok');
    expect(slo.now.state).toBe('no_data');
    const since = slo.now.state === 'no_data' ? slo.now.since : undefined;
    expect(Math.abs(Date.parse(since ?? '') - killed.getTime())).toBeLessThan(
      2 * minute,
    );
    expect(slo.burnRates.slice(0, 3)).toEqual(
      ['5m', '30m', '1h'].map(window =>
        expect.objectContaining({
          window,
          state: 'no_data',
          lastSeenAt: since,
        }),
      ),
    );
  });

  it('grow stale while the source is down, say why, and recover by themselves', async () => {
    const knex = await databases.init(databaseId);
    const world = await simulate({ knex, entities: [checkout], start });
    world.source.services.set('checkout', { total: 600 });
    await world.pass(6);

    world.source.failure = new Error('connect ECONNREFUSED 127.0.0.1:9090');
    await world.pass(1);
    const soon = await world.slosOf(checkout);
    await world.pass(5);
    const later = await world.slosOf(checkout);
    const { sources } = await world.sources();

    const fiveMinutes = (answer: typeof soon) => answer.slos[0].burnRates[0];
    expect(fiveMinutes(soon)).toMatchObject({
      state: 'ok',
      lastError: 'connect ECONNREFUSED 127.0.0.1:9090',
    });
    expect(fiveMinutes(later)).toMatchObject({
      state: 'stale',
      lastKnown: { total: 3000 },
      lastError: 'connect ECONNREFUSED 127.0.0.1:9090',
    });
    expect(later.slos[0].now.state).toBe('stale');
    expect(sources.find(({ id }) => id === 'prometheus:default')).toMatchObject(
      {
        state: 'failing',
        lastError: { message: expect.stringContaining('ECONNREFUSED') },
      },
    );

    world.source.failure = undefined;
    await world.pass(6);
    const again = await world.slosOf(checkout);
    const recovered = await world.sources();

    expect(again.slos[0]).toMatchObject({ state: 'ok', now: { state: 'ok' } });
    expect(again.slos[0].burnRates[0].lastError).toBeUndefined();
    expect(
      recovered.sources.find(({ id }) => id === 'prometheus:default'),
    ).toMatchObject({ state: 'ok' });
  });

  it('remember since when a pair fires although nobody looks', async () => {
    const knex = await databases.init(databaseId);
    const world = await simulate({ knex, entities: [checkout], start });
    const outage = {
      from: new Date('2026-11-23T14:04:00Z'),
      to: new Date('2026-11-23T14:34:00Z'),
    };
    world.source.services.set('checkout', { total: 600, outages: [outage] });

    await world.pass(10);
    const { slos } = await world.slosOf(checkout);

    const page = slos[0].alerts.find(({ longWindow }) => longWindow === '1h');
    expect(page).toMatchObject({ severity: 'page', state: 'firing' });
    const since = Date.parse(page?.since ?? '');
    expect(since).toBeGreaterThan(outage.from.getTime());
    expect(since - outage.from.getTime()).toBeLessThan(4 * minute);
  });

  it('are invalid for entities that share a label value, and sound for the others', async () => {
    const knex = await databases.init(databaseId);
    const twin = service('checkout', 'shop');
    const cart = service('cart');
    const world = await simulate({
      knex,
      entities: [checkout, twin, cart],
      start,
    });
    world.source.services.set('checkout', { total: 60 });
    world.source.services.set('cart', { total: 60 });

    await world.pass(6);

    for (const entity of [checkout, twin]) {
      const { slos } = await world.slosOf(entity);
      expect(slos[0]).toMatchObject({
        state: 'invalid',
        problem: { code: 'entity_ambiguous' },
      });
    }
    const { slos } = await world.slosOf(cart);
    expect(slos[0].state).toBe('ok');
  });

  it('say once what makes them invalid, and what else was found', async () => {
    const knex = await databases.init(databaseId);
    const world = await simulate({ knex, entities: [checkout], start });
    const missing = (label: string): Problem => ({
      code: 'sli_label_missing',
      severity: 'error',
      message: `the label "${label}" does not exist`,
      params: { label },
    });
    world.source.services.set('checkout', {
      total: 60,
      invalid: missing('status'),
    });
    world.source.inspectionProblems = [missing('status'), missing('method')];

    await world.pass(6);
    const { slos, problems } = await world.slosOf(checkout);

    expect(slos[0]).toMatchObject({
      state: 'invalid',
      problem: { params: { label: 'status' } },
    });
    expect(problems).toEqual([missing('method')]);
  });

  it('of a broken template are invalid with its reason, and leave a good one alone', async () => {
    const knex = await databases.init(databaseId);
    const world = await simulate({
      knex,
      entities: [checkout],
      start,
      templates: [
        {
          ...availability,
          name: 'broken',
          indicator: { ratio: { total: 'x{{' } },
        },
        { ...availability, name: 'overdone', objective: 100 },
        availability,
      ],
    });
    world.source.services.set('checkout', { total: 60 });

    await world.pass(6);
    const { slos, problems } = await world.slosOf(checkout);
    const { sources } = await world.sources();

    expect(slos.map(({ name, state }) => [name, state])).toEqual([
      ['broken', 'invalid'],
      ['availability', 'ok'],
    ]);
    expect(slos[0]).toMatchObject({
      objective: 0.999,
      window: { duration: '30d' },
      indicator: { kind: 'refused', written: '{"ratio":{"total":"x{{"}}' },
      problem: { code: 'promql_invalid' },
    });
    expect(problems).toEqual([]);
    expect(sources.find(({ type }) => type === 'config')?.problems).toEqual([
      expect.objectContaining({
        message:
          'engineeringOwner.slos.templates[1].objective is 100; expected a percentage below 100: no budget would be left at 100',
      }),
      expect.objectContaining({
        message: expect.stringContaining(
          'engineeringOwner.slos.templates[0].indicator.ratio.total',
        ),
      }),
    ]);
  });
});
