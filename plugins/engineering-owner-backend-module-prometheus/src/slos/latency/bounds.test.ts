import { settleBound } from './bounds';

describe('settleBound', () => {
  const everywhere = (...bounds: string[]) =>
    new Map([...bounds, '+Inf'].map(bound => [bound, 2]));
  const usual = everywhere('0.1', '0.25', '0.5', '1.0');

  it.each<[string, Parameters<typeof settleBound>, number | undefined]>([
    [
      'takes the one below',
      [usual, { bound: 0.3, nearestBucket: 'lower' }],
      0.25,
    ],
    [
      'takes the one above',
      [usual, { bound: 0.3, nearestBucket: 'upper' }],
      0.5,
    ],
    [
      'takes none below the first',
      [usual, { bound: 0.05, nearestBucket: 'lower' }],
      undefined,
    ],
    [
      'never takes the bucket of all requests',
      [usual, { bound: 2, nearestBucket: 'upper' }],
      undefined,
    ],
    [
      'stays at the one that was settled',
      [
        everywhere('0.1', '0.25', '0.29'),
        { bound: 0.3, nearestBucket: 'lower', before: 0.25 },
      ],
      0.25,
    ],
    [
      'takes another when that is gone',
      [
        everywhere('0.1', '0.2'),
        { bound: 0.3, nearestBucket: 'lower', before: 0.25 },
      ],
      0.2,
    ],
    [
      'takes none that only some of its series have',
      [
        new Map([
          ['0.25', 1],
          ['0.2', 2],
          ['+Inf', 2],
        ]),
        { bound: 0.3, nearestBucket: 'lower' },
      ],
      0.2,
    ],
    [
      'adds up a bound that is spelt in two ways',
      [
        new Map([
          ['1', 1],
          ['1.0', 1],
          ['0.5', 2],
          ['+Inf', 2],
        ]),
        { bound: 1.5, nearestBucket: 'lower' },
      ],
      1,
    ],
  ])('%s', (_, parameters, expected) => {
    expect(settleBound(...parameters)).toBe(expected);
  });
});
