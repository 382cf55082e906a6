import { dueLedger } from './dueLedger';
import { LedgerDay, unreadDay } from './LedgerDay';

const longestSeconds = 3 * 86400;

function held(readAt: string, settledAt?: string): LedgerDay {
  return {
    hours: Array.from({ length: 24 }, () => 'read' as const),
    readAt: new Date(readAt),
    empty: false,
    ...(settledAt && { settledAt: new Date(settledAt) }),
  };
}

function due(now: string, days: Record<string, LedgerDay> = {}) {
  return dueLedger({
    days: new Map(Object.entries(days)),
    now: new Date(now),
    longestSeconds,
  });
}

describe('dueLedger', () => {
  it('wants yesterday at once and older days as back-fill, newest first', () => {
    expect(due('2026-11-23T14:00:00Z')).toMatchObject({
      days: ['2026-11-22'],
      backfill: ['2026-11-21', '2026-11-20'],
      needed: 3,
      held: 0,
    });
  });

  it('waits twelve minutes after midnight for the day that just ended', () => {
    expect(due('2026-11-23T00:11:59Z').days).toEqual([]);
    expect(due('2026-11-23T00:12:00Z').days).toEqual(['2026-11-22']);
  });

  it('reads a day again when late samples had another day', () => {
    const day = { '2026-11-21': held('2026-11-22T00:10:30Z') };
    expect(due('2026-11-23T00:09:00Z', day).days).toEqual([]);
    expect(due('2026-11-23T00:12:00Z', day).days).toEqual([
      '2026-11-22',
      '2026-11-21',
    ]);
  });

  it('leaves a settled day alone', () => {
    const settled = held('2026-11-23T00:10:30Z', '2026-11-23T00:10:30Z');
    expect(
      due('2026-11-23T12:00:00Z', {
        '2026-11-21': settled,
        '2026-11-22': settled,
      }).days,
    ).toEqual([]);
  });

  it('gives a day that was read late twenty hours before its second read', () => {
    const late = { '2026-11-20': held('2026-11-23T08:00:00Z') };
    expect(due('2026-11-23T14:00:00Z', late).days).not.toContain('2026-11-20');
    expect(
      due('2026-11-24T04:00:00Z', {
        '2026-11-21': held('2026-11-23T08:00:00Z'),
      }).days,
    ).toContain('2026-11-21');
  });

  it('reads an hour ten minutes after its end', () => {
    const hours = (n: number): LedgerDay => ({
      ...unreadDay,
      hours: unreadDay.hours.map((state, hour) => (hour < n ? 'read' : state)),
    });
    expect(
      due('2026-11-23T14:09:00Z', { '2026-11-23': hours(13) }).hours,
    ).toBeUndefined();
    expect(
      due('2026-11-23T14:10:00Z', { '2026-11-23': hours(13) }).hours,
    ).toEqual({
      day: '2026-11-23',
      from: new Date('2026-11-23T13:00:00Z'),
      to: new Date('2026-11-23T14:00:00Z'),
    });
  });

  it('reads all missing hours of today as one stretch', () => {
    expect(due('2026-11-23T05:10:00Z').hours).toEqual({
      day: '2026-11-23',
      from: new Date('2026-11-23T00:00:00Z'),
      to: new Date('2026-11-23T05:00:00Z'),
    });
  });
});
