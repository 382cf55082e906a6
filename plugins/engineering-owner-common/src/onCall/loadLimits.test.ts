import { defaultLoadLimits, toneOf } from './loadLimits';

describe('toneOf', () => {
  const { pagesPerShift, sleepPagesPerWeek, noise } = defaultLoadLimits;

  it.each([
    { figure: 0, limit: pagesPerShift, is: 'fine' },
    { figure: 2, limit: pagesPerShift, is: 'fine' },
    { figure: 2.01, limit: pagesPerShift, is: 'look_today' },
    { figure: 5.99, limit: pagesPerShift, is: 'look_today' },
    { figure: 6, limit: pagesPerShift, is: 'act_now' },
    { figure: 0, limit: sleepPagesPerWeek, is: 'fine' },
    { figure: 0.25, limit: sleepPagesPerWeek, is: 'look_today' },
    { figure: 3, limit: sleepPagesPerWeek, is: 'act_now' },
    { figure: 0.2, limit: noise, is: 'fine' },
    { figure: 0.5, limit: noise, is: 'act_now' },
    { figure: undefined, limit: noise, is: 'unknown' },
  ])('of $figure within $limit is $is', ({ figure, limit, is }) => {
    expect(toneOf(figure, limit)).toBe(is);
  });
});
