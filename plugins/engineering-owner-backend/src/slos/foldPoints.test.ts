import { SloHistoryPoint } from '@engineering-owner/backstage-plugin-common';
import { foldPoints } from './foldPoints';

function hour(
  n: number,
  counts: SloHistoryPoint['counts'],
  left: number | null,
) {
  const time = (h: number) => new Date(Date.UTC(2026, 10, 23, h)).toISOString();
  return { from: time(n), to: time(n + 1), counts, remainingRatio: left };
}

describe('foldPoints', () => {
  it('adds events, keeps the last budget, and is unknown only where all is', () => {
    const points = foldPoints(
      [
        hour(0, { bad: 1, total: 10 }, 1),
        hour(1, null, 0.9),
        hour(2, null, null),
        hour(3, null, null),
        hour(4, { bad: 2, total: 5 }, 0.5),
      ],
      7200,
    );

    expect(
      points.map(({ counts, remainingRatio }) => [counts, remainingRatio]),
    ).toEqual([
      [{ bad: 1, total: 10 }, 0.9],
      [null, null],
      [{ bad: 2, total: 5 }, 0.5],
    ]);
    expect(points[0].to).toBe('2026-11-23T02:00:00.000Z');
  });
});
