import { english } from '../__testUtils__/english';
import { errorRatioText } from './errorRatioText';
import { errorSeries } from './errorSeries';

const t = english();

function pointOf(counts: { bad: number; total: number } | null) {
  const [point] = errorSeries({
    points: [
      {
        from: '2025-06-12T10:00:00.000Z',
        to: '2025-06-12T11:00:00.000Z',
        counts,
        remainingRatio: null,
      },
    ],
  });
  return point;
}

describe('the series of errors and traffic', () => {
  it('stands at the end of each step, with its ratio and its events a second', () => {
    expect(pointOf({ bad: 36, total: 7200 })).toEqual({
      at: Date.parse('2025-06-12T11:00:00.000Z'),
      errorRatio: 0.005,
      bad: 36,
      total: 7200,
      perSecond: 2,
    });
  });

  it('has no ratio where nothing happened, and says so', () => {
    const point = pointOf({ bad: 0, total: 0 });
    expect(point).toMatchObject({ errorRatio: null, perSecond: 0 });
    expect(errorRatioText(t, point)).toBe('no traffic');
  });

  it('has no figures where nothing was read', () => {
    const point = pointOf(null);
    expect(point).toMatchObject({
      errorRatio: null,
      bad: null,
      total: null,
      perSecond: null,
    });
    expect(errorRatioText(t, point)).toBeUndefined();
  });
});
