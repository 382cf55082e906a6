import fc from 'fast-check';
import { budgetRatio, measure } from './burnRate';

describe('budgetRatio', () => {
  it.each([
    [0.999, 0.001],
    [0.99, 0.01],
    [0.9, 0.1],
    [0.9995, 0.0005],
    [0, 1],
    [-3, 1],
  ])('of %d is %d', (objective, budget) => {
    expect(budgetRatio(objective)).toBe(budget);
  });

  it('is never zero, so that nothing divides by it', () => {
    expect(budgetRatio(1)).toBeGreaterThan(0);
    expect(budgetRatio(2)).toBeGreaterThan(0);
    expect(budgetRatio(NaN)).toBeGreaterThan(0);
  });
});

describe('measure', () => {
  it('burns at 1 when exactly the budget is spent', () => {
    expect(measure({ bad: 1, total: 1000 }, 0.999)).toEqual({
      bad: 1,
      total: 1000,
      errorRatio: 0.001,
      burnRate: 1,
    });
  });

  it('weighs by events, not by time', () => {
    // Good 10, 10, 10, 10, 20 of 10, 10, 10, 10, 40: three quarters were good.
    expect(measure({ bad: 20, total: 80 }, 0.9).errorRatio).toBe(0.25);
  });

  it('is free of scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1000, max: 100_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (bad, total, scale) => {
          const one = measure({ bad, total }, 0.99).burnRate;
          const many = measure(
            { bad: bad * scale, total: total * scale },
            0.99,
          );
          expect(many.burnRate).toBeCloseTo(one, 9);
        },
      ),
    );
  });
});
