import { LedgerCounts } from './LedgerDay';
import { plausibleDay } from './plausibleDay';

const hour = { bad: 1, total: 100 };
const hours = (count: number, each: LedgerCounts = hour): LedgerCounts[] => [
  ...Array.from({ length: 24 - count }, () => null),
  ...Array.from({ length: count }, () => each),
];

describe('plausibleDay', () => {
  it.each<[string, LedgerCounts, LedgerCounts[], LedgerCounts]>([
    [
      'a day that its hours bear out',
      { bad: 26, total: 2500 },
      hours(24),
      { bad: 26, total: 2500 },
    ],
    [
      'the hours of a day that counted a counter anew',
      { bad: 40, total: 3600 },
      hours(24),
      { bad: 24, total: 2400 },
    ],
    [
      'a day with a gap of the scrapes in it, which it spans',
      { bad: 24, total: 2400 },
      hours(21),
      { bad: 24, total: 2400 },
    ],
    [
      'no day that has far more than a gap explains',
      { bad: 50, total: 4800 },
      hours(21),
      { bad: 21, total: 2100 },
    ],
    [
      'a day of a few events',
      { bad: 0, total: 12 },
      hours(24, { bad: 0, total: 0.1 }),
      { bad: 0, total: 12 },
    ],
    [
      'a day without hours',
      { bad: 1, total: 9999 },
      hours(0),
      { bad: 1, total: 9999 },
    ],
    [
      'a day with hours that cannot be judged',
      { bad: 1, total: 9999 },
      hours(24, 'invalid'),
      { bad: 1, total: 9999 },
    ],
    [
      'the hours of a day that the source has lost half of, with an outage',
      { bad: 0, total: 1200 },
      [{ bad: 100, total: 100 }, ...hours(23).slice(1)],
      { bad: 123, total: 2400 },
    ],
    [
      'the hours of a day that the source has lost little of, but an outage',
      { bad: 23, total: 2380 },
      [{ bad: 100, total: 100 }, ...hours(23).slice(1)],
      { bad: 123, total: 2400 },
    ],
    [
      'the hours of a day that the source has nothing of any more',
      null,
      hours(24),
      { bad: 24, total: 2400 },
    ],
    ['a day without series', null, hours(0), null],
    ['an invalid day', 'invalid', hours(24), 'invalid'],
  ])('takes %s', (_, day, ofDay, expected) => {
    expect(plausibleDay(day, ofDay)).toEqual(expected);
  });
});
