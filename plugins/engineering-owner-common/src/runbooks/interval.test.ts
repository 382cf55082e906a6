import { addInterval, parseDay, parseInterval } from './interval';

describe('parseInterval', () => {
  it.each([
    ['6 months', 'P6M'],
    ['180 days', 'P180D'],
    ['1 year', 'P1Y'],
    ['2 Weeks', 'P2W'],
    ['365d', 'P365D'],
    ['P6M', 'P6M'],
    [' p1y ', 'P1Y'],
  ])('reads %s as %s', (text, iso) => {
    expect(parseInterval(text)).toBe(iso);
  });

  it.each([
    'soon',
    '6',
    '6m',
    '0 days',
    '-3 days',
    '-P3D',
    'PT1H',
    '99999 years',
    'P101Y',
    'six months',
    '',
  ])('refuses %j', text => {
    expect(parseInterval(text)).toBeUndefined();
  });
});

describe('addInterval', () => {
  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-11-23', 'P180D', '2027-05-22'],
  ])('%s and %s is %s', (day, interval, until) => {
    expect(addInterval(day, interval)).toBe(until);
  });
});

describe('parseDay', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    [new Date('2026-03-31T00:00:00Z'), '2026-03-31'],
    ['2026-03-31T23:30:00-05:00', '2026-03-31'],
    ['2026-02-30', undefined],
    ['31.03.2026', undefined],
    [new Date(Number.NaN), undefined],
    [20260331, undefined],
    ['0001-01-01', undefined],
  ])('reads %p as %s', (value, day) => {
    expect(parseDay(value)).toBe(day);
  });
});
