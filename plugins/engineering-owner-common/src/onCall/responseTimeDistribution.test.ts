import { event, record } from './__fixtures__/incidentRecord';
import {
  acknowledgementDistribution,
  resolutionDistribution,
} from './responseTimeDistribution';

const ada = { agent: { type: 'user', id: 'UADA' } } as const;
const acknowledgedAt = (at: string) =>
  record({ events: [event('acknowledge', '00:00', { ...ada, at })] });
const resolvedAfter = (time: string, urgency: 'high' | 'low' = 'high') =>
  record({ urgency, events: [event('resolve', time, ada)] });

describe('acknowledgementDistribution', () => {
  it('puts a time into the bucket that ends with it', () => {
    const cohort = [
      acknowledgedAt('2026-03-02T00:00:00Z'),
      acknowledgedAt('2026-03-02T00:01:00Z'),
      acknowledgedAt('2026-03-02T00:01:01Z'),
      acknowledgedAt('2026-03-02T00:05:00Z'),
      acknowledgedAt('2026-03-02T00:05:01Z'),
      acknowledgedAt('2026-03-02T04:00:01Z'),
      record({ status: 'triggered' }),
    ];
    const { buckets, ...rest } = acknowledgementDistribution(cohort, {
      targetSeconds: 300,
    });
    expect(rest).toEqual({
      n: 6,
      fewIncidents: true,
      excluded: { not_yet_acknowledged: 1 },
      targetSeconds: 300,
    });
    expect(
      buckets.map(({ fromSeconds, toSeconds, n }) => [
        fromSeconds,
        toSeconds,
        n,
      ]),
    ).toEqual([
      [0, 60, 2],
      [60, 120, 1],
      [120, 300, 1],
      [300, 600, 1],
      [600, 900, 0],
      [900, 1800, 0],
      [1800, 3600, 0],
      [3600, 14400, 0],
      [14400, null, 1],
    ]);
  });

  it('says when there are too few to go by', () => {
    const cohort = (n: number) =>
      Array.from({ length: n }, () => acknowledgedAt('2026-03-02T00:01:00Z'));
    const few = (n: number) =>
      acknowledgementDistribution(cohort(n), { targetSeconds: 300 })
        .fewIncidents;
    expect([few(9), few(10)]).toEqual([true, false]);
  });

  it.each([
    { target: 240, ends: [60, 120, 240, 300] },
    { target: 30, ends: [30, 60, 120, 300] },
    { target: 300, ends: [60, 120, 300, 600] },
    { target: 0, ends: [60, 120, 300, 600] },
    { target: NaN, ends: [60, 120, 300, 600] },
  ])('ends a bucket at a target of $target s', ({ target, ends }) => {
    const { buckets } = acknowledgementDistribution([], {
      targetSeconds: target,
    });
    expect(buckets.slice(0, 4).map(({ toSeconds }) => toSeconds)).toEqual(ends);
  });

  it('has a bucket beyond the usual ones for a target of a week', () => {
    const week = 7 * 86400;
    const { buckets } = acknowledgementDistribution([], {
      targetSeconds: week,
    });
    expect(buckets.slice(-2)).toEqual([
      { fromSeconds: 14400, toSeconds: week, n: 0, targeted: 0 },
      { fromSeconds: week, toSeconds: null, n: 0, targeted: 0 },
    ]);
  });
});

describe('resolutionDistribution', () => {
  it('counts both urgencies, and apart those the target is for', () => {
    const cohort = [
      resolvedAfter('00:20'),
      resolvedAfter('00:25', 'low'),
      resolvedAfter('00:30'),
      resolvedAfter('00:31'),
      record({ events: [event('resolve', '00:20')] }),
    ];
    const { n, excluded, buckets } = resolutionDistribution(cohort, {
      targetSeconds: 1800,
    });
    expect({ n, excluded }).toEqual({ n: 4, excluded: { auto_resolved: 1 } });
    expect(buckets.filter(bucket => bucket.n > 0)).toEqual([
      { fromSeconds: 900, toSeconds: 1800, n: 3, targeted: 2 },
      { fromSeconds: 1800, toSeconds: 3600, n: 1, targeted: 1 },
    ]);
  });
});
