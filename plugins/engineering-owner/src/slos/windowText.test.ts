import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { english } from '../__testUtils__/english';
import { NOW } from '../__testUtils__/fixtures/clock';
import {
  availability,
  earlyInTheMonth,
  staleEarlyInTheMonth,
} from '../__testUtils__/fixtures/slos';
import {
  budgetSpan,
  nameOfWindow,
  windowName,
  windowPeriod,
  windowRule,
} from './windowText';

const t = english();
const month = earlyInTheMonth(NOW).window;

function calendar(duration: string): SloStatus['window'] {
  return { ...month, type: 'calendar', duration } as SloStatus['window'];
}

describe('a window in words', () => {
  it.each([
    ['1d', 'today', 'each day'],
    ['1w', 'this week', 'each week'],
    ['1M', 'this month', 'each month'],
    ['1Q', 'this quarter', 'each quarter'],
    ['1Y', 'this year', 'each year'],
    ['2w', 'this period of 2w', 'each period of 2w'],
  ])('of a calendar, %s is %s and %s', (duration, name, rule) => {
    expect(windowName(t, calendar(duration))).toBe(name);
    expect(windowRule(t, calendar(duration))).toBe(rule);
  });

  it('that rolls is its length', () => {
    expect(windowName(t, availability.window)).toBe('30d');
    expect(windowRule(t, availability.window)).toBe('30d');
    expect(windowPeriod(t, availability.window)).toBeUndefined();
    expect(budgetSpan(availability.window)).toBe(30 * 86400);
  });

  it('names first and last day of its period in its own zone', () => {
    expect(windowPeriod(t, month)).toBe(
      'From 1 Jun to 30 Jun in Asia/Kolkata; resets on 1 Jul 00:00.',
    );
    expect(windowPeriod(t, staleEarlyInTheMonth(NOW).window)).toBeUndefined();
  });

  it('spends its budget over the days that its period has', () => {
    expect(budgetSpan(month)).toBe(30 * 86400);
    expect(budgetSpan({ ...month, endsAt: '2025-07-01T18:30:00.000Z' })).toBe(
      31 * 86400,
    );
  });

  it('is named among others by what its queries are listed by', () => {
    expect(
      nameOfWindow(t, month, '1M from 2025-01-01T00:00:00 Asia/Kolkata'),
    ).toBe('this month');
    expect(nameOfWindow(t, month, '1h')).toBe('1h');
  });
});
