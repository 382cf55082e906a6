import { settleBound } from './bounds';

describe('settleBound', () => {
  const bounds = ['0.1', '0.25', '0.5', '1.0', '+Inf'];

  it.each([
    ['takes an equal bound', 0.25, undefined, 0.25],
    ['takes an equal bound, however it is spelt', 1, 'upper', 1],
    ['takes none beside it unasked', 0.3, undefined, undefined],
    ['takes the one below', 0.3, 'lower', 0.25],
    ['takes the one above', 0.3, 'upper', 0.5],
    ['takes none below the first', 0.05, 'lower', undefined],
    ['never takes the bucket of all requests', 2, 'upper', undefined],
  ])('%s', (_, bound, nearestBucket, expected) => {
    expect(settleBound(bounds, { bound, nearestBucket })).toBe(expected);
  });
});
