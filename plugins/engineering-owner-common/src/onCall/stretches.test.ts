import fc from 'fast-check';
import { clip, lengthOf, stretchOf, union } from './stretches';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('stretches', () => {
  it.each([
    { start: '2026-03-02T09:00:00Z', end: '2026-03-02T10:00:00Z', hours: 1 },
    {
      start: '2026-03-02T09:00:00+01:00',
      end: '2026-03-02T10:00:00Z',
      hours: 2,
    },
    { start: null, end: null, hours: Infinity },
    { start: '2026-03-02T09:00:00Z', end: '2026-03-02T09:00:00Z', hours: 0 },
    { start: '2026-03-02T10:00:00Z', end: '2026-03-02T09:00:00Z', hours: 0 },
    { start: 'soon', end: null, hours: 0 },
  ])('of $start to $end last $hours h', ({ start, end, hours }) => {
    expect(lengthOf(stretchOf({ start, end }))).toBe(hours * 3_600_000);
  });

  it.each([
    {
      name: 'overlapping ones become one',
      of: [
        [5, 9],
        [0, 6],
      ],
      are: [[0, 9]],
    },
    {
      name: 'touching ones become one',
      of: [
        [0, 5],
        [5, 9],
      ],
      are: [[0, 9]],
    },
    {
      name: 'one inside another vanishes',
      of: [
        [0, 9],
        [2, 3],
      ],
      are: [[0, 9]],
    },
    {
      name: 'others stay, in order',
      of: [
        [7, 9],
        [0, 5],
      ],
      are: [
        [0, 5],
        [7, 9],
      ],
    },
  ])('$name', ({ of, are }) => {
    const asStretch = ([from, to]: number[]) => ({ from, to });
    expect(union(of.map(asStretch))).toEqual(are.map(asStretch));
  });

  it('last as long as the minutes in any of them, each counted once', () => {
    fc.assert(
      fc.property(fc.array(stretch), stretch, (all, bounds) => {
        const minutes = Array.from({ length: 80 }, (_, minute) => minute);
        const inAny = minutes.filter(
          minute =>
            minute >= bounds.from &&
            minute < bounds.to &&
            all.some(each => each.from <= minute && minute < each.to),
        );
        expect(lengthOf(clip(all, bounds))).toBe(inAny.length);
      }),
    );
  });
});
