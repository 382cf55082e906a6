import { NOW } from '../__testUtils__/fixtures/clock';
import { chosenRange, historyRange, rangeChoices } from './historyRange';

const DAY = 86400;

describe('the ranges of the burn-down', () => {
  it.each([
    ['30d', 30 * DAY, ['1d', '7d', '30d']],
    ['7d', 7 * DAY, ['1d', '7d']],
    ['2d', 2 * DAY, ['1d', '2d']],
    ['1d', DAY, ['1d']],
    ['6h', DAY / 4, ['6h']],
  ])('never exceed a window of %s', (duration, seconds, names) => {
    expect(rangeChoices({ duration, seconds }).map(({ name }) => name)).toEqual(
      names,
    );
  });

  it('show the whole window when the address names one that does not exist', () => {
    const choices = rangeChoices({ duration: '30d', seconds: 30 * DAY });
    expect(chosenRange(choices, '7d').name).toBe('7d');
    expect(chosenRange(choices, '90d').name).toBe('30d');
    expect(chosenRange(choices, undefined).name).toBe('30d');
  });

  it.each([
    [30, '1h'],
    [90, '6h'],
    [365, '1d'],
  ])('of %p days are asked for in steps of %s', (days, step) => {
    expect(historyRange({ name: '', seconds: days * DAY }, NOW).step).toBe(
      step,
    );
  });

  it('end now', () => {
    expect(historyRange({ name: '1d', seconds: DAY }, NOW)).toEqual({
      from: '2025-06-11T12:00:00.000Z',
      to: '2025-06-12T12:00:00.000Z',
      step: '1h',
    });
  });
});
