import fc from 'fast-check';
import { durationFigures } from './durations';

describe('durationFigures', () => {
  it.each([
    { durations: [7], median: 7, p90: 7, mean: 7 },
    { durations: [10, 20], median: 15, p90: 20, mean: 15 },
    { durations: [30, 10, 20], median: 20, p90: 30, mean: 20 },
    {
      durations: [100, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      median: 5.5,
      p90: 9,
      mean: 14.5,
    },
    {
      durations: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      median: 6,
      p90: 10,
      mean: 6,
    },
  ])(
    'of $durations: median $median, p90 $p90, mean $mean',
    ({ durations, median, p90, mean }) => {
      expect(durationFigures(durations)).toEqual({
        medianSeconds: median,
        p90Seconds: p90,
        meanSeconds: mean,
      });
    },
  );

  it('has no figures of nothing', () => {
    expect(durationFigures([])).toBeUndefined();
  });

  it('gives a 90th percentile that was measured and that 90 % do not exceed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }),
        durations => {
          const p90 = durationFigures(durations)?.p90Seconds ?? NaN;
          const atMost = durations.filter(d => d <= p90).length;
          const below = durations.filter(d => d < p90).length;
          expect(durations).toContain(p90);
          expect(atMost * 10).toBeGreaterThanOrEqual(durations.length * 9);
          expect(below * 10).toBeLessThan(durations.length * 9);
        },
      ),
    );
  });
});
