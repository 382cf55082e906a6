import { planWindow } from './windowPlan';
import { PartReading, sumWindow } from './windowSum';

const DAY = 86400;
/** 03-01 05:00 to 03-04 05:00: an edge of 19 h, two days, an edge of 5 h. */
const plan = planWindow(new Date('2026-03-04T05:00Z'), 3 * DAY);

function days(...readings: PartReading[]) {
  return new Map(readings.map((reading, i) => [plan.closedDays[i], reading]));
}

describe('sumWindow', () => {
  it('adds up days and edges', () => {
    expect(
      sumWindow(plan, {
        days: days({ bad: 1, total: 100 }, { bad: 2, total: 200 }),
        direct: [
          { bad: 4, total: 400 },
          { bad: 8, total: 800 },
        ],
      }),
    ).toEqual({ counts: { bad: 15, total: 1500 }, coverage: 1 });
  });

  it('counts a stretch without the entity as read, when the group was there', () => {
    expect(
      sumWindow(plan, {
        days: days('no_series', { bad: 2, total: 200 }),
        direct: ['no_series', { bad: 0, total: 10 }],
      }),
    ).toEqual({ counts: { bad: 2, total: 210 }, coverage: 1 });
  });

  it('has no counts when the entity was nowhere', () => {
    expect(
      sumWindow(plan, {
        days: days('no_series', 'no_series'),
        direct: ['no_series', 'gap'],
      }),
    ).toEqual({ coverage: 67 / 72 });
  });

  it('leaves gaps, and parts that were never read, out of the coverage', () => {
    expect(
      sumWindow(plan, {
        days: days('gap'),
        direct: [{ bad: 0, total: 1 }],
      }),
    ).toEqual({ counts: { bad: 0, total: 1 }, coverage: 19 / 72 });
  });

  it('lets hours stand in for a day that is a gap', () => {
    const hours = Array.from({ length: 24 }, (_, hour): PartReading => {
      return hour < 12 ? { bad: 1, total: 10 } : 'gap';
    });
    expect(
      sumWindow(plan, {
        days: days('gap', { bad: 0, total: 0 }),
        direct: ['no_series', 'no_series'],
        hours: new Map([['2026-03-02', hours]]),
      }),
    ).toEqual({ counts: { bad: 12, total: 120 }, coverage: 60 / 72 });
  });

  it('knows by its hours that a day was not read whole, edges included', () => {
    const hours: PartReading[] = Array.from({ length: 24 }, (_, hour) =>
      hour >= 3 && hour < 6 ? 'gap' : { bad: 0, total: 1 },
    );
    expect(
      sumWindow(plan, {
        days: days({ bad: 0, total: 10 }, { bad: 0, total: 10 }),
        direct: ['no_series', 'no_series'],
        hours: new Map([
          ['2026-03-02', hours],
          ['2026-03-01', hours],
        ]),
      }).coverage,
    ).toBeCloseTo((72 - 3 - 1) / 72);
  });

  it('does not count an hour that lies partly outside for a missing edge', () => {
    const halfPast = planWindow(new Date('2026-03-04T05:30Z'), 2 * DAY);
    const hours = Array.from({ length: 24 }, () => ({ bad: 1, total: 2 }));
    const { counts } = sumWindow(halfPast, {
      days: new Map([['2026-03-03', 'no_series' as const]]),
      direct: ['gap', 'no_series'],
      hours: new Map([['2026-03-02', hours]]),
    });
    expect(counts).toEqual({ bad: 18, total: 36 });
  });

  it('keeps bad between 0 and total, part by part', () => {
    expect(
      sumWindow(plan, {
        days: days({ bad: 11, total: 10 }, { bad: -1, total: 10 }),
        direct: [
          { bad: 0, total: 0 },
          { bad: NaN, total: 5 },
        ],
      }),
    ).toEqual({ counts: { bad: 10, total: 20 }, coverage: 1 });
  });
});
