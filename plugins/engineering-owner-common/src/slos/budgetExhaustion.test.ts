import { budgetExhaustion, ExhaustionTerms } from './budgetExhaustion';
import { LedgerHour } from './ledgerHour';

const HOUR = 3600;
const DAY = 24 * HOUR;
const now = new Date('2026-03-31T00:00:00Z');
const base: ExhaustionTerms = {
  consumedRatio: 0,
  burnRate: 14.4,
  objective: 0.999,
  windowSeconds: 30 * DAY,
  now,
  partial: false,
};

describe('budgetExhaustion', () => {
  it.each([
    [0, 14.4, 50],
    [0.4, 14.4, 30],
    [0, 6, 120],
  ])(
    'with %d consumed at a burn rate of %d takes %d hours',
    (consumedRatio, burnRate, hours) => {
      const result = budgetExhaustion({ ...base, consumedRatio, burnRate });
      expect(result).toMatchObject({ kind: 'in', estimate: true });
      expect(result.kind === 'in' && result.seconds / HOUR).toBeCloseTo(hours);
    },
  );

  it.each([
    ['never comes at the pace of the budget', { burnRate: 1 }, 'never'],
    ['never comes without bad events', { burnRate: 0 }, 'never'],
    [
      'is past when overspent',
      { consumedRatio: 1.3, burnRate: 0 },
      'exhausted',
    ],
    ['is unknown without a pace', { burnRate: undefined }, 'unknown'],
    [
      'is unknown with figures that are none',
      { consumedRatio: NaN },
      'unknown',
    ],
  ])('%s', (_, change, kind) => {
    expect(budgetExhaustion({ ...base, ...change }).kind).toBe(kind);
  });

  describe('with the hours of the window', () => {
    const total = 720_000;
    const start = now.getTime() - 30 * DAY * 1000;
    /** Bad events in one hour of the window, counted from its start. */
    function hours(bad: Record<number, number>): LedgerHour[] {
      return Array.from({ length: 720 }, (_, i) => ({
        from: new Date(start + i * HOUR * 1000),
        to: new Date(start + (i + 1) * HOUR * 1000),
        counts: { bad: bad[i] ?? 0, total: 1000 },
      }));
    }

    it('counts on what expires before the budget is gone', () => {
      // Half the budget was spent in the window's first hour and leaves soon.
      const result = budgetExhaustion({
        ...base,
        consumedRatio: 0.5,
        burnRate: 2,
        window: { counts: { bad: 360, total }, hours: hours({ 0: 360 }) },
      });
      // Without that: 0.5 x 30 d / 2 = 7.5 d. With it, a whole budget: 15 d.
      expect(result).toEqual({
        kind: 'in',
        seconds: 15 * DAY,
        estimate: false,
      });
    });

    it('does not count on what expires too late', () => {
      const result = budgetExhaustion({
        ...base,
        consumedRatio: 0.5,
        burnRate: 2,
        window: { counts: { bad: 360, total }, hours: hours({ 700: 360 }) },
      });
      expect(result).toEqual({
        kind: 'in',
        seconds: 7.5 * DAY,
        estimate: false,
      });
    });

    it('does not trust the hours of a window that is partial', () => {
      expect(
        budgetExhaustion({
          ...base,
          consumedRatio: 0.5,
          burnRate: 2,
          partial: true,
          window: { counts: { bad: 360, total }, hours: hours({ 0: 360 }) },
        }),
      ).toEqual({ kind: 'in', seconds: 7.5 * DAY, estimate: true });
    });
  });
});
