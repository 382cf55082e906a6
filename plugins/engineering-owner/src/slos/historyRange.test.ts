import { NOW } from '../__testUtils__/fixtures/clock';
import {
  chosenRange,
  historyRange,
  isPeriod,
  rangeChoices,
} from './historyRange';

const HOUR = 3600;
const DAY = 24 * HOUR;
const USUAL = ['1h', '6h', '1d', '7d', '30d', '90d'];

function rolling(duration: string, seconds: number) {
  return { type: 'rolling' as const, duration, seconds };
}

const month = {
  type: 'calendar' as const,
  duration: '1M',
  seconds: 30 * DAY,
  startTime: '2025-01-01T00:00:00',
  timeZone: 'UTC',
  startsAt: '2025-06-01T00:00:00.000Z',
  endsAt: '2025-07-01T00:00:00.000Z',
};

describe('the ranges of the charts', () => {
  it.each([
    [rolling('30d', 30 * DAY), USUAL],
    [rolling('28d', 28 * DAY), ['1h', '6h', '1d', '7d', '28d', '30d', '90d']],
    [month, ['1h', '6h', '1d', '7d', 'period', '30d', '90d']],
  ])('have the own window of %j among them', (window, names) => {
    expect(rangeChoices(window, NOW).map(({ name }) => name)).toEqual(names);
  });

  it('begin with the own window when the address names none that exists', () => {
    const window = rolling('28d', 28 * DAY);
    expect(chosenRange(window, '90d', NOW).name).toBe('90d');
    expect(chosenRange(window, '3y', NOW).name).toBe('28d');
    expect(chosenRange(window, undefined, NOW).name).toBe('28d');
  });

  it('show a calendar window from its beginning', () => {
    const range = chosenRange(month, undefined, NOW);
    expect(isPeriod(range)).toBe(true);
    expect(historyRange(range, NOW)).toEqual({
      from: month.startsAt,
      to: NOW.toISOString(),
      step: '1h',
    });
  });

  it.each([
    [HOUR, '1m'],
    [6 * HOUR, '5m'],
    [DAY, '15m'],
    [7 * DAY, '1h'],
    [30 * DAY, '1h'],
    [90 * DAY, '6h'],
    [365 * DAY, '1d'],
  ])('of %p seconds are asked for in steps of %s', (seconds, step) => {
    expect(historyRange({ name: '', seconds }, NOW).step).toBe(step);
  });

  it('end now, at a whole minute', () => {
    const now = new Date('2025-06-12T12:00:42.123Z');
    expect(historyRange({ name: '1h', seconds: HOUR }, now)).toEqual({
      from: '2025-06-12T11:00:00.000Z',
      to: '2025-06-12T12:00:00.000Z',
      step: '1m',
    });
  });
});
