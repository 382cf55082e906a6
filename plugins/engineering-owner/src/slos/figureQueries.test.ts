import { NOW } from '../__testUtils__/fixtures/clock';
import { latencyMet, queriesOf } from '../__testUtils__/fixtures/slos';
import { burnQueries, ownQueries, percentileQueries } from './figureQueries';

const slo = latencyMet(NOW);

describe('the queries of a figure', () => {
  it('are those of events in its window', () => {
    expect(ownQueries(slo)).toEqual(queriesOf('30d'));
    expect(burnQueries(slo, '6h')).toEqual(queriesOf('6h'));
    expect(burnQueries(slo, '2h')).toEqual([]);
  });

  it('are all when the own window has none', () => {
    const queries = queriesOf('1h');
    expect(ownQueries({ ...slo, queries })).toEqual(queries);
  });

  it.each([
    [60, '5m'],
    [300, '5m'],
    [3600, '1h'],
    [6 * 3600, '6h'],
    [86400 * 20, '30d'],
  ])('of a percentile in steps of %i s is that of %s', (step, window) => {
    expect(
      percentileQueries(slo, step).map(query => [query.meaning, query.window]),
    ).toEqual([['percentile', window]]);
  });
});
