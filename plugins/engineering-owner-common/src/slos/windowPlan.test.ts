import fc from 'fast-check';
import { planWindow } from './windowPlan';

const DAY = 86400;

function plan(end: string, seconds: number) {
  const { closedDays, direct } = planWindow(new Date(end), seconds);
  return {
    closedDays,
    direct: direct.map(
      ({ from, to }) =>
        `${from.toISOString().slice(0, 16)}..${to.toISOString().slice(0, 16)}`,
    ),
  };
}

describe('planWindow', () => {
  it('reads a window of up to a day in one stretch', () => {
    expect(plan('2026-03-04T05:00Z', 3600)).toEqual({
      closedDays: [],
      direct: ['2026-03-04T04:00..2026-03-04T05:00'],
    });
    expect(plan('2026-03-04T05:00Z', DAY)).toEqual({
      closedDays: [],
      direct: ['2026-03-03T05:00..2026-03-04T05:00'],
    });
  });

  it('takes closed days from the ledger and reads both edges', () => {
    expect(plan('2026-03-04T05:00Z', 3 * DAY)).toEqual({
      closedDays: ['2026-03-02', '2026-03-03'],
      direct: [
        '2026-03-01T05:00..2026-03-02T00:00',
        '2026-03-04T00:00..2026-03-04T05:00',
      ],
    });
  });

  it('has no left edge when the window begins at midnight', () => {
    expect(plan('2026-03-04T06:00Z', 2.25 * DAY)).toEqual({
      closedDays: ['2026-03-02', '2026-03-03'],
      direct: ['2026-03-04T00:00..2026-03-04T06:00'],
    });
  });

  it('reads yesterday directly until the ledger has had time to close it', () => {
    expect(plan('2026-03-04T00:10Z', 2 * DAY)).toEqual({
      closedDays: [],
      direct: [
        '2026-03-02T00:10..2026-03-03T00:00',
        '2026-03-03T00:00..2026-03-04T00:00',
        '2026-03-04T00:00..2026-03-04T00:10',
      ],
    });
    expect(plan('2026-03-04T00:15Z', 2 * DAY).closedDays).toEqual([
      '2026-03-03',
    ]);
  });

  it('covers the window exactly once, in stretches of at most a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }),
        fc.integer({ min: 1, max: 95 * DAY }),
        (end, seconds) => {
          const result = planWindow(new Date(end * 1000), seconds);
          const pieces = [
            ...result.direct,
            ...result.closedDays.map(day => ({
              from: new Date(`${day}T00:00:00Z`),
              to: new Date(Date.parse(`${day}T00:00:00Z`) + DAY * 1000),
            })),
          ].sort((a, b) => a.from.getTime() - b.from.getTime());
          expect(pieces[0].from).toEqual(result.from);
          expect(pieces.at(-1)!.to).toEqual(new Date(end * 1000));
          pieces.forEach(({ from, to }, i) => {
            expect(to.getTime() - from.getTime()).toBeGreaterThan(0);
            expect(to.getTime() - from.getTime()).toBeLessThanOrEqual(
              DAY * 1000,
            );
            expect(
              i === 0 || pieces[i - 1].to.getTime() === from.getTime(),
            ).toBe(true);
          });
        },
      ),
    );
  });
});
