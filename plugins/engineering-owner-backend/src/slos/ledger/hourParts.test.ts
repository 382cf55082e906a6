import { gapParts, hourParts } from './hourParts';
import { emptyEntry, LedgerCounts, LedgerDay, unreadDay } from './LedgerDay';

const readDay: LedgerDay = {
  hours: unreadDay.hours.map(() => 'read' as const),
  readAt: new Date('2026-11-21T00:10:00Z'),
  empty: false,
};

function entry(day: LedgerCounts, ...hours: LedgerCounts[]) {
  return { day, hours: emptyEntry.hours.map((none, i) => hours[i] ?? none) };
}

describe('hourParts', () => {
  it('scales hours to add up to their day', () => {
    const parts = hourParts(
      readDay,
      entry(
        { bad: 6, total: 220 },
        { bad: 1, total: 100 },
        { bad: 2, total: 100 },
      ),
    );
    expect(parts[0]).toEqual({ bad: 2, total: expect.closeTo(110, 9) });
    expect(parts[1]).toEqual({ bad: 4, total: expect.closeTo(110, 9) });
    expect(parts[2]).toBe('no_series');
  });

  it.each<[string, LedgerDay, LedgerCounts, LedgerCounts]>([
    ['the day was not read', readDay, null, null],
    ['the day is invalid', readDay, 'invalid', null],
    ['an hour is invalid', readDay, { bad: 9, total: 900 }, 'invalid'],
    [
      'an hour is missing',
      {
        ...readDay,
        hours: readDay.hours.map((state, i) => (i === 5 ? 'unread' : state)),
      },
      { bad: 9, total: 900 },
      null,
    ],
  ])('leaves hours as they are when %s', (_, day, whole, second) => {
    const parts = hourParts(day, entry(whole, { bad: 1, total: 100 }, second));
    expect(parts[0]).toEqual({ bad: 1, total: 100 });
  });

  it('leaves hours as they are that their day lacks', () => {
    const hours = [
      { bad: 100, total: 100 },
      ...Array.from({ length: 23 }, () => ({ bad: 0, total: 100 })),
    ];
    const parts = hourParts(readDay, entry({ bad: 0, total: 1200 }, ...hours));
    expect(parts[0]).toEqual({ bad: 100, total: 100 });
    expect(parts[1]).toEqual({ bad: 0, total: 100 });
  });

  it('tells gaps, hours that were not read and idle ones apart', () => {
    const day: LedgerDay = {
      ...readDay,
      hours: ['unread', 'empty', ...readDay.hours.slice(2)],
    };
    const parts = hourParts(day, undefined);
    expect(parts.slice(0, 3)).toEqual([undefined, 'gap', 'no_series']);
    expect(gapParts(day).slice(0, 3)).toEqual([undefined, 'gap', undefined]);
  });
});
