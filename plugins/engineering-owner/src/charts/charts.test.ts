import {
  history,
  historyBeforeWindow,
} from '../__testUtils__/fixtures/history';
import { DAYS, NOW } from '../__testUtils__/fixtures/clock';
import { burnDownSeries, leftText } from './burnDownSeries';
import { budgetTicks, lowestTick } from './budgetTicks';
import { formatTick, timeTicks } from './timeAxis';

const HOUR = 3600 * 1000;

function pointsDownTo(left: number) {
  return [{ at: 0, left, even: 0, bad: 0, total: 0 }];
}

describe('the burn-down series', () => {
  const points = burnDownSeries(history(NOW, -0.31), 30 * DAYS);

  it('stands at the end of each hour and ends with the budget left', () => {
    expect(points).toHaveLength(720);
    expect(points[719].at).toBe(NOW.getTime());
    expect(points[719].left).toBeCloseTo(-0.31);
  });

  it('spends evenly from full to nothing over the window', () => {
    expect(points[0].even).toBeCloseTo(1, 2);
    expect(points[359].even).toBeCloseTo(0.5, 2);
    expect(points[719].even).toBe(0);
  });

  it('leaves hours out that were not read, instead of joining over them', () => {
    expect(points[305]).toMatchObject({ left: null, bad: null, total: null });
    expect(leftText(points[305])).toBeUndefined();
  });

  it('has neither budget nor even spending before the window began', () => {
    const early = burnDownSeries(historyBeforeWindow(NOW), 30 * DAYS);
    expect(early[479]).toMatchObject({ left: null, even: null });
    expect(leftText(early[479])).toBe('\u2013');
    expect(early[480].even).toBeCloseTo(1, 2);
    expect(early[480].left).not.toBeNull();
  });
});

describe('the budget axis', () => {
  it.each([
    [0.4, 0, [0, 0.25, 0.5, 0.75, 1]],
    [-0.31, -0.5, [-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]],
    [-1.7, -2, [-2, -1.5, -1, -0.5, 0, 0.5, 1]],
    [-12, -15, [-15, -10, -5, 0, 1]],
  ])('for %p goes down to %p with round ticks', (left, lowest, ticks) => {
    expect(lowestTick(pointsDownTo(left))).toBeCloseTo(lowest);
    expect(budgetTicks(lowest).map(tick => Number(tick.toFixed(4)))).toEqual(
      ticks,
    );
  });

  it.each([-0.001, -0.9, -3, -49, -730, -12345])(
    'stays readable with %p left',
    left => {
      const ticks = budgetTicks(lowestTick(pointsDownTo(left)));
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks).toContain(1);
    },
  );
});

describe('the time axis', () => {
  const to = NOW.getTime();

  it('has hours within a day', () => {
    const from = to - 24 * HOUR;
    const ticks = timeTicks(from, to, 'utc');
    expect(ticks.map(at => formatTick(at, to - from, 'utc'))).toEqual([
      '12:00',
      '16:00',
      '20:00',
      '00:00',
      '04:00',
      '08:00',
      '12:00',
    ]);
  });

  it('has days within a month', () => {
    const from = to - 30 * 24 * HOUR;
    const ticks = timeTicks(from, to, 'utc');
    expect(ticks.map(at => formatTick(at, to - from, 'utc'))).toEqual([
      '18 May',
      '23 May',
      '28 May',
      '2 Jun',
      '7 Jun',
      '12 Jun',
    ]);
  });
});
