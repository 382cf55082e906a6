import { incidentShare } from './incidentShare';

const window = { bad: 1000, total: 1_000_000 };

describe('incidentShare', () => {
  it.each([
    // At 99.9 % a million events allow a thousand bad ones.
    ['a tenth of it', { bad: 100, total: 5000 }, 0.999, 0.1],
    ['less of a wider budget', { bad: 100, total: 5000 }, 0.99, 0.01],
    ['more than all of it', { bad: 3000, total: 5000 }, 0.999, 3],
    ['nothing', { bad: 0, total: 5000 }, 0.999, 0],
    ['at most its own events', { bad: 900, total: 100 }, 0.999, 0.1],
  ])('spent %s', (_, stretch, objective, share) => {
    expect(incidentShare(stretch, window, objective)).toBeCloseTo(share, 9);
  });

  it.each([
    ['the incident was not read', undefined, window],
    ['the window was not read', { bad: 1, total: 2 }, undefined],
    ['the window had no events', { bad: 1, total: 2 }, { bad: 0, total: 0 }],
    ['a count is none', { bad: NaN, total: 2 }, window],
    ['a total is none', { bad: 1, total: 2 }, { bad: 0, total: Infinity }],
  ])('is not known when %s', (_, stretch, of) => {
    expect(incidentShare(stretch, of, 0.999)).toBeUndefined();
  });
});
