import fc from 'fast-check';
import { measure } from './burnRate';
import { assessBudget } from './errorBudget';
import { Reading } from './reading';

const asOf = '2026-03-31T00:00:00.000Z';
const terms = { objective: 0.999, windowSeconds: 30 * 86400 };

function reading(bad: number, total: number): Reading {
  return {
    state: 'ok',
    asOf,
    ...measure({ bad, total }, terms.objective),
    coverage: 1,
    lowTraffic: false,
  };
}

describe('assessBudget', () => {
  it('tells what is spent and what is left', () => {
    expect(assessBudget(reading(390, 1_000_000), terms)).toEqual({
      known: true,
      consumedRatio: expect.closeTo(0.39, 9),
      remainingRatio: expect.closeTo(0.61, 9),
      badEventsAllowed: 1000,
      badEventsLeft: 610,
      exhaustion: { kind: 'unknown' },
    });
  });

  it('keeps an overspent budget below zero', () => {
    const budget = assessBudget(reading(1310, 1_000_000), terms);
    expect(budget).toMatchObject({
      badEventsLeft: -310,
      exhaustion: { kind: 'exhausted' },
    });
    expect(budget.known && budget.remainingRatio).toBeCloseTo(-0.31);
  });

  it('spends 137.4 % in half an hour of outage at the peak of traffic', () => {
    const rps = (hour: number) =>
      50.5 + 49.5 * Math.sin((2 * Math.PI * (hour - 9)) / 24);
    const integral = (from: number, to: number) => {
      const steps = 10_000;
      const width = (to - from) / steps;
      return Array.from({ length: steps }, (_, i) =>
        rps(from + (i + 0.5) * width),
      )
        .map(rate => rate * width * 3600)
        .reduce((sum, events) => sum + events, 0);
    };
    const total = 30 * integral(0, 24);
    const budget = assessBudget(reading(integral(15, 15.5), total), terms);
    expect(budget.known && budget.consumedRatio).toBeCloseTo(1.374, 2);
    const night = assessBudget(reading(integral(3, 3.5), total), terms);
    expect(night.known && night.consumedRatio).toBeCloseTo(0.015, 2);
  });

  it.each<Reading>([
    { state: 'no_data', asOf, coverage: 0, lowTraffic: false },
    { state: 'stale', asOf, coverage: 1, lowTraffic: false },
    { state: 'pending', coverage: 0, lowTraffic: false },
    {
      state: 'no_traffic',
      asOf,
      bad: 0,
      total: 0,
      coverage: 1,
      lowTraffic: false,
    },
  ])('is not known while the window is $state', unread => {
    expect(assessBudget(unread, terms)).toEqual({ known: false });
  });

  it.each([
    ['a rolling window', undefined, -0.5],
    ['a period with fewer events than the last', 3000, 0.5],
    ['a period with more events than the last', 500, -0.5],
  ])(
    'knows what was left when the window grew stale: %s',
    (_, expectedTotal, left) => {
      const counts = measure({ bad: 1.5, total: 1000 }, terms.objective);
      expect(
        assessBudget(
          {
            state: 'stale',
            asOf,
            lastKnown: { ...counts, expectedTotal },
            coverage: 1,
            lowTraffic: false,
          },
          terms,
        ),
      ).toEqual({ known: false, lastRemainingRatio: expect.closeTo(left, 9) });
    },
  );

  it('leaves less when more is bad', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 1, max: 1000 }),
        (bad, more) => {
          const before = assessBudget(reading(bad, 2000), terms);
          const after = assessBudget(reading(bad + more, 2000), terms);
          expect(
            before.known &&
              after.known &&
              after.remainingRatio < before.remainingRatio,
          ).toBe(true);
        },
      ),
    );
  });
});
