import fc from 'fast-check';
import { assessSlo, SloFacts } from './assessSlo';
import { burnDown } from './burnDown';
import { burnWindows, EventCounts, SloDefinition } from './model';
import { StoredReading } from './reading';
import { compareSlos } from './severity';
import { sloVerdict } from './sloVerdict';

const now = new Date('2026-03-31T12:00:40Z');
const at = '2026-03-31T12:00:00.000Z';
const definition: SloDefinition = {
  entityRef: 'component:default/checkout',
  name: 'availability',
  title: 'Availability',
  objective: 0.999,
  window: { type: 'rolling', duration: '30d', seconds: 30 * 86400 },
  indicator: { kind: 'ratio', total: 'a', bad: 'b' },
  definedBy: { type: 'template', name: 'availability', place: 'templates[0]' },
  source: { type: 'prometheus', name: 'default' },
};

function reading(window: string, counts?: EventCounts): StoredReading {
  return { window, at, counts, coverage: 1, incomplete: false };
}

/** Readings of every window at one error ratio, with 1000 events a minute. */
function steady(errorRatio: number): StoredReading[] {
  return [...burnWindows, { window: '30d', seconds: 30 * 86400 }].map(
    ({ window, seconds }) => {
      const total = (seconds / 60) * 1000;
      return reading(window, { bad: total * errorRatio, total });
    },
  );
}

const facts: SloFacts = { definition, readings: [], now, queries: [] };

describe('assessSlo', () => {
  it('is pending and decides nothing before the first read', () => {
    const slo = assessSlo(facts);
    expect(slo).toMatchObject({
      state: 'pending',
      now: { state: 'unknown' },
      budget: { known: false },
    });
    expect(slo.burnRates.map(({ window, state }) => [window, state])).toEqual(
      burnWindows.map(({ window }) => [window, 'pending']),
    );
    expect(slo.alerts.map(({ state }) => state)).toEqual(
      Array(4).fill('unknown'),
    );
    expect(sloVerdict(slo)).toMatchObject({ tone: 'unknown', code: 'pending' });
  });

  it('puts figures, budget, windows and alerts of a healthy service together', () => {
    const slo = assessSlo({ ...facts, readings: steady(0.0002) });
    expect(slo).toMatchObject({
      name: 'availability',
      objective: 0.999,
      state: 'ok',
      now: { state: 'ok' },
      window: {
        duration: '30d',
        startsAt: '2026-03-01T12:00:00.000Z',
        endsAt: at,
      },
      budget: { known: true, exhaustion: { kind: 'never' } },
    });
    expect(slo).not.toHaveProperty('entityRef');
    expect(slo.alerts.every(({ state }) => state === 'ok')).toBe(true);
    expect(sloVerdict(slo)).toMatchObject({
      tone: 'fine',
      code: 'ok',
      params: { remainingRatio: expect.closeTo(0.8, 6) },
    });
  });

  it.each<[string, SloDefinition['indicator'], number, string]>([
    ['events', definition.indicator, 9_900, 'low_traffic'],
    ['events', definition.indicator, 10_000, 'ok'],
    ['samples', { kind: 'gauge', up: 'up' }, 1_900, 'low_traffic'],
    ['samples', { kind: 'gauge', up: 'up' }, 2_000, 'ok'],
    [
      'samples',
      { kind: 'rawRatio', query: 'q', rawType: 'success' },
      2_000,
      'ok',
    ],
  ])(
    'has traffic enough when the budget allows ten bad events, or two samples: %s of %j, %d',
    (_, indicator, total, state) => {
      const slo = assessSlo({
        ...facts,
        definition: { ...definition, indicator },
        readings: [reading('30d', { bad: 0, total })],
      });
      expect(slo.state).toBe(state);
    },
  );

  it('pages for a fast burner and says when its budget is gone', () => {
    const readings = steady(0.0002).map(each =>
      ['5m', '30m', '1h'].includes(each.window) && each.counts
        ? reading(each.window, {
            total: each.counts.total,
            bad: each.counts.total * 0.02,
          })
        : each,
    );
    const slo = assessSlo({ ...facts, readings });
    expect(slo.alerts[0]).toMatchObject({ state: 'firing', longWindow: '1h' });
    expect(sloVerdict(slo)).toMatchObject({
      tone: 'act_now',
      code: 'page_firing',
      params: {
        window: '1h',
        burnRate: expect.closeTo(20, 6),
        since: now.toISOString(),
        exhaustsInSeconds: expect.closeTo((0.8 * 30 * 86400) / 20, 0),
      },
    });
  });

  it('is headed by the silence of a service that died, whatever its month was', () => {
    const lastSeenAt = '2026-03-31T10:05:00.000Z';
    const readings = steady(0.0002).map(each =>
      ['5m', '30m', '1h'].includes(each.window)
        ? { ...reading(each.window), lastSeenAt }
        : each,
    );
    const slo = assessSlo({ ...facts, readings });
    expect(slo.state).toBe('ok');
    expect(slo.now).toEqual({ state: 'no_data', since: lastSeenAt });
    expect(slo.alerts.map(({ state }) => state)).toEqual(
      Array(4).fill('unknown'),
    );
    expect(sloVerdict(slo)).toEqual({
      tone: 'unknown',
      code: 'no_data',
      params: { since: lastSeenAt },
    });
  });

  it('carries what an alert pair was', () => {
    const since = '2026-03-31T09:00:00.000Z';
    const slo = assessSlo({
      ...facts,
      readings: steady(0.02),
      pairStates: [
        {
          severity: 'page',
          longWindow: '1h',
          shortWindow: '5m',
          factor: 14.4,
          state: 'firing',
          since,
        },
      ],
    });
    expect(slo.alerts.map(pair => pair.since)).toEqual([
      since,
      ...Array(3).fill(now.toISOString()),
    ]);
  });

  it('shows no burn window longer than the SLO looks', () => {
    const day = { type: 'rolling' as const, duration: '1d', seconds: 86400 };
    const slo = assessSlo({
      ...facts,
      definition: { ...definition, window: day },
    });
    expect(slo.burnRates.at(-1)!.window).toBe('1d');
    expect(slo.alerts).toEqual([]);
  });
});

describe('Whatever the input', () => {
  const number = fc.oneof(
    fc.double(),
    fc.constantFrom(NaN, Infinity, -Infinity, -1, 0, 1, 1e300, 5e-324),
  );
  const counts = fc.option(fc.record({ bad: number, total: number }), {
    nil: undefined,
  });
  const time = fc.option(
    fc.constantFrom(
      at,
      '2026-03-31T11:00:00.000Z',
      '2026-01-01T00:00:00Z',
      'yesterday',
    ),
    { nil: undefined },
  );
  const readings = fc.tuple(
    ...[...burnWindows.map(({ window }) => window), '30d'].map(window =>
      fc.record({
        window: fc.constant(window),
        at: time,
        counts,
        coverage: number,
        incomplete: fc.boolean(),
        firstSeenAt: time,
        lastError: fc.option(fc.string(), { nil: undefined }),
      }),
    ),
  );

  /** Every number in a value, with its path. */
  function numbersIn(value: unknown, path = ''): Array<[string, number]> {
    if (typeof value === 'number') {
      return [[path, value]];
    }
    return typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) =>
          numbersIn(each, `${path}.${key}`),
        )
      : [];
  }

  it('no figure is ever NaN or infinite', () => {
    fc.assert(
      fc.property(
        readings,
        number,
        fc.array(counts, { maxLength: 30 }),
        fc.constantFrom('google' as const, 'seed' as const),
        (stored, objective, hourly, alerting) => {
          const hours = hourly.map((each, i) => ({
            from: new Date(now.getTime() - (i + 1) * 3_600_000),
            to: new Date(now.getTime() - i * 3_600_000),
            counts: each ?? null,
          }));
          const slo = assessSlo({
            ...facts,
            definition: { ...definition, objective: 0.5 },
            readings: stored,
            hours,
            alerting,
          });
          const odd = assessSlo({
            ...facts,
            definition: { ...definition, objective },
            readings: stored,
            hours,
            alerting,
          });
          const line = burnDown({
            hours,
            objective,
            end: now,
            windowSeconds: 10 * 3600,
            windowCounts: stored[0].counts,
          });
          const { objective: _, ...judged } = odd;
          const wrong = numbersIn({
            slo,
            judged,
            line,
            verdict: sloVerdict(odd),
          }).filter(([, figure]) => !Number.isFinite(figure));
          expect(wrong).toEqual([]);
          expect(Number.isFinite(compareSlos(slo, odd))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
