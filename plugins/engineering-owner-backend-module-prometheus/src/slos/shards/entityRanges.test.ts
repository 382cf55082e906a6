import fc from 'fast-check';
import { Matcher } from '../../promql/selector';
import { entityRanges } from './entityRanges';
import { shardsOf } from './shardsOf';

/** Matches as Prometheus does, its syntax put into this language's. */
function lets(value: string, matchers: Matcher[]): boolean {
  return matchers.every(({ operator, value: pattern }) => {
    const body = pattern.replace(/^\(\?s:(.*)\)$/s, '$1');
    const source = body.replace(/\\x\{([0-9a-f]+)\}/g, '\\u{$1}');
    const matches = new RegExp(`^(?:${source})$`, 'su').test(value);
    return operator === '=~' ? matches : !matches;
  });
}

const named = (count: number) =>
  Array.from({ length: count }, (_, i) => `service-${i}`);

describe('entityRanges', () => {
  it('divides what is known evenly, by expressions as long as a name', () => {
    const known = named(10_000);
    const ranges = entityRanges('service', known, 5);
    expect(ranges).toHaveLength(5);
    for (const range of ranges) {
      const held = known.filter(value => lets(value, range)).length;
      expect(held).toBeGreaterThan(1_900);
      expect(held).toBeLessThan(2_100);
      expect(JSON.stringify(range).length).toBeLessThan(1_500);
    }
    expect(ranges[0]).toEqual([
      { label: 'service', operator: '!~', value: expect.any(String) },
    ]);
    expect(ranges[1].map(({ operator }) => operator)).toEqual(['=~', '!~']);
    expect(ranges[1][0].value).toBe(ranges[0][0].value);
  });

  const anyName = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', '\n', '\\', '😀') }),
  );

  it('puts every value, known or not, into exactly one', () => {
    fc.assert(
      fc.property(
        fc.array(anyName, { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        anyName,
        (known, count, stranger) => {
          const ranges = entityRanges('service', known, count);
          expect(ranges.length).toBeLessThanOrEqual(count);
          for (const value of [...known, stranger, '']) {
            expect(ranges.filter(range => lets(value, range))).toHaveLength(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is as few as the values allow', () => {
    expect(entityRanges('service', ['a', 'a', 'a'], 4)).toEqual([[]]);
    expect(entityRanges('service', [], 4)).toEqual([[]]);
  });
});

describe('shardsOf', () => {
  it.each([
    ['a service', 1, 2, 24, 1],
    ['a thousand, by the hour', 1_000, 4, 24, 1],
    ['twenty thousand series', 10_000, 2, 1, 1],
    ['one more', 10_001, 2, 1, 2],
    ['ten thousand, with births', 10_000, 5, 1, 3],
    ['ten thousand, by the hour', 10_000, 5, 24, 7],
  ])('divides %s', (_, services, seriesPerEntity, points, expected) => {
    const shards = shardsOf({
      entityLabel: 'service',
      known: named(services),
      seriesPerEntity,
      points,
    });
    expect(shards).toHaveLength(expected);
    expect(shards.length > 1).toBe(shards[0].length > 0);
  });

  it('cannot divide a group of one', () => {
    const one = { known: named(50_000), seriesPerEntity: 2, points: 1 };
    expect(shardsOf({ ...one, entityLabel: undefined })).toEqual([[]]);
  });
});
