import { parseSelector } from '../promql/selector';
import { legLabel } from './legs';
import { rareScrapes, scrapeLegs } from './scrapes';

const parsed = parseSelector('hits');
const total = parsed.ok ? parsed.selector : undefined;

describe('rareScrapes', () => {
  it.each([
    [undefined, 0],
    [NaN, 0],
    [1, 1],
    [3, 1],
    [4, 0],
    [20, 0],
  ])('of at most %s samples in five minutes: %d problems', (value, count) => {
    const samples =
      value === undefined ? [] : [{ labels: { [legLabel]: 'samples' }, value }];
    expect(total && rareScrapes(total, samples)).toHaveLength(count);
  });

  it('says what to do', () => {
    const samples = [{ labels: { [legLabel]: 'samples' }, value: 1 }];
    expect(total && rareScrapes(total, samples)[0].message).toBe(
      'hits has at most 1 sample in 5m; a window needs at least 4, so those of 5m say little or nothing, and neither do the alerts that need them. Scrape it every 75 s or more often',
    );
  });

  it('is asked of the last hour only', () => {
    const legs = (seconds: number) =>
      total && scrapeLegs(total, { range: `${seconds}s`, seconds });
    expect(legs(3_600)).toHaveLength(1);
    expect(legs(86_400)).toEqual([]);
  });
});
