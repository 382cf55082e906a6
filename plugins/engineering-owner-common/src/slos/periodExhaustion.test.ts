import { periodExhaustion } from './periodExhaustion';

const DAY = 86_400;
const period = {
  startsAt: new Date('2026-11-01T00:00:00Z'),
  endsAt: new Date('2026-12-01T00:00:00Z'),
  lastTotal: 30_000_000,
  lastWhole: true,
};
/** Ten days in, with a million events a day as in the last period. */
const base = {
  counts: { bad: 6000, total: 10_000_000 },
  objective: 0.999,
  now: new Date('2026-11-11T00:00:00Z'),
  partial: false,
  period,
};
const days = (count: number) => ({
  kind: 'in',
  seconds: expect.closeTo(count * DAY, 3),
  estimate: false,
});

describe('periodExhaustion', () => {
  it.each([
    // 24,000 bad events are left, at 2,000 a day.
    ['runs out before the period ends', 2, days(12)],
    ['runs out at its very end', 1.2, days(20)],
    ['does not run out in time', 1.1, { kind: 'never' }],
    ['does not run out without errors', 0, { kind: 'never' }],
    ['is unknown without a pace', undefined, { kind: 'unknown' }],
  ])('%s', (_, burnRate, expected) => {
    expect(
      periodExhaustion({
        ...base,
        ...(burnRate !== undefined && { burnRate }),
      }),
    ).toEqual(expected);
  });

  it('can run out below the pace of the budget when most is spent', () => {
    expect(
      periodExhaustion({
        ...base,
        counts: { bad: 28_000, total: 10_000_000 },
        burnRate: 0.5,
      }),
    ).toEqual(days(4));
  });

  it('grows with its own events where no last period is known', () => {
    // 4,000 of 10,000 left; a day costs 3,000 and allows 1,000 more.
    expect(
      periodExhaustion({
        ...base,
        burnRate: 3,
        period: { startsAt: period.startsAt, endsAt: period.endsAt },
      }),
    ).toEqual({ ...days(2), estimate: true });
  });

  it('is past when more is spent than either period allows', () => {
    expect(
      periodExhaustion({
        ...base,
        counts: { bad: 30_000, total: 10_000_000 },
        burnRate: 0,
      }),
    ).toEqual({ kind: 'exhausted' });
  });
});
