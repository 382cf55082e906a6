import { LedgerDay, LedgerEntry, unreadDay } from './LedgerDay';
import { ledgerHours } from './ledgerHours';

const day = '2026-11-23';
const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);

function dayWith(states: LedgerDay['hours']): Map<string, LedgerDay> {
  return new Map([
    [
      day,
      {
        ...unreadDay,
        hours: unreadDay.hours.map((state, hour) => states[hour] ?? state),
      },
    ],
  ]);
}

function entry(hours: LedgerEntry['hours']): Map<string, LedgerEntry> {
  return new Map([
    [
      day,
      {
        day: null,
        hours: Array.from({ length: 24 }, (_, i) => hours[i] ?? null),
      },
    ],
  ]);
}

describe('ledgerHours', () => {
  it('tells idle hours from hours that nobody read', () => {
    const hours = ledgerHours({
      days: dayWith(['read', 'empty', 'read', 'unread', 'read']),
      entries: entry([{ bad: 1, total: 9 }, null, null, null, 'invalid']),
      from: at('00:00'),
      to: at('12:00'),
    });

    expect(hours.map(({ counts }) => counts)).toEqual([
      { bad: 1, total: 9 },
      null,
      { bad: 0, total: 0 },
      null,
      null,
    ]);
    expect(hours.at(-1)?.to).toEqual(at('05:00'));
  });

  it('adds what happened since the last hour', () => {
    const hours = ledgerHours({
      days: dayWith(['read', 'read']),
      entries: entry([
        { bad: 1, total: 10 },
        { bad: 0, total: 10 },
      ]),
      from: at('00:00'),
      to: at('02:30'),
      sinceMidnight: { until: at('02:25'), counts: { bad: 4, total: 24 } },
    });

    expect(hours.at(-1)).toEqual({
      from: at('02:00'),
      to: at('02:25'),
      counts: { bad: 3, total: 4 },
    });
  });

  it('ends where it is asked to, within what happened since the last hour', () => {
    const ask = (to: string) =>
      ledgerHours({
        days: dayWith(['read', 'read']),
        entries: entry([
          { bad: 0, total: 10 },
          { bad: 1, total: 10 },
        ]),
        from: at('00:00'),
        to: at(to),
        sinceMidnight: { until: at('02:25'), counts: { bad: 6, total: 30 } },
      }).at(-1);

    expect(ask('02:05')).toEqual({
      from: at('02:00'),
      to: at('02:05'),
      counts: { bad: 1, total: 2 },
    });
    expect(ask('02:00')).toMatchObject({ to: at('02:00') });
  });

  it('does not guess what happened since a gap', () => {
    const hours = ledgerHours({
      days: dayWith(['read', 'read']),
      entries: entry([]),
      from: at('01:00'),
      to: at('02:30'),
      sinceMidnight: { until: at('02:25'), counts: { bad: 4, total: 24 } },
    });

    expect(hours).toHaveLength(1);
  });

  it('is empty before anything was read', () => {
    expect(
      ledgerHours({
        days: new Map(),
        entries: new Map(),
        from: at('00:00'),
        to: at('02:00'),
      }),
    ).toEqual([]);
  });
});
