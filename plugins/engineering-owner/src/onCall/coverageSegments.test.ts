import { coverageSegments } from './coverageSegments';

const person = { responderId: 'PADA', name: 'Ada' };
const HOUR_MS = 3_600_000;
const start = Date.parse('2026-11-28T00:00:00.000Z');
const iso = (hours: number) => new Date(start + hours * HOUR_MS).toISOString();
const turns = (...hours: Array<[from: number, to: number]>) =>
  hours.map(([from, to]) => ({ person, from: iso(from), to: iso(to) }));

describe('the strip of a level', () => {
  it('has turns that touch in one lane, whenever it begins', () => {
    const weeks = turns([-100, 63], [63, 231], [231, 399], [399, 567]);
    const lanes = Array.from({ length: 500 }, (_, minute) => {
      const from = start + minute * 61_000;
      return coverageSegments(
        { level: 1, turns: weeks, gaps: [] },
        {
          from: new Date(from).toISOString(),
          // What was read ends a while before four weeks are over.
          to: new Date(from + 28 * 24 * HOUR_MS - minute * 1237).toISOString(),
        },
      ).map(({ lane }) => lane);
    });
    expect(new Set(lanes.flat())).toEqual(new Set([0]));
  });

  it('has turns that overlap below each other', () => {
    const lanes = coverageSegments(
      { level: 1, turns: turns([0, 10], [5, 15], [12, 20]), gaps: [] },
      { from: iso(0), to: iso(24) },
    ).map(({ lane }) => lane);
    expect(lanes).toEqual([0, 1, 0]);
  });
});
