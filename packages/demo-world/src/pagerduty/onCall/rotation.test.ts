import { AccountSchedule } from '../account/account';
import { DAY, HOUR } from '../time';
import { coverageGapOf, shiftsBetween } from './rotation';

const schedule: AccountSchedule = {
  id: 'PSTEST1',
  name: 'Test',
  teamId: 'PTTEST1',
  timeZone: 'Europe/London',
  userIds: ['PA', 'PB', 'PC'],
  hasGap: false,
};

const at = (text: string) => Date.parse(text);

describe('a weekly rotation', () => {
  it('hands over on Monday at 09:00 local time, in turn order', () => {
    const shifts = shiftsBetween(
      schedule,
      at('2026-01-07T12:00:00Z'),
      at('2026-01-20T12:00:00Z'),
      undefined,
    );
    expect(shifts.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2026-01-05T09:00:00.000Z',
      '2026-01-12T09:00:00.000Z',
      '2026-01-19T09:00:00.000Z',
    ]);
    const turn = schedule.userIds.indexOf(shifts[0].userId);
    expect(shifts.map(({ userId }) => userId)).toEqual(
      [0, 1, 2].map(step => schedule.userIds[(turn + step) % 3]),
    );
  });

  it.each([
    ['loses an hour in spring', '2026-03-26T00:00:00Z', 167],
    ['gains an hour in autumn', '2026-10-22T00:00:00Z', 169],
    ['is 168 hours otherwise', '2026-06-10T00:00:00Z', 168],
  ])('%s', (_, time, hours) => {
    const [shift] = shiftsBetween(schedule, at(time), at(time), undefined);
    expect((shift.end - shift.start) / HOUR).toBe(hours);
  });

  it('keeps turn order and hand-over hour over a whole year of clock changes', () => {
    const shifts = shiftsBetween(
      schedule,
      at('2026-01-05T09:00:00Z'),
      at('2027-01-04T08:00:00Z'),
      undefined,
    );
    expect(shifts).toHaveLength(52);
    shifts.slice(1).forEach((shift, previous) => {
      expect(shift.start).toBe(shifts[previous].end);
      expect(schedule.userIds.indexOf(shift.userId)).toBe(
        (schedule.userIds.indexOf(shifts[previous].userId) + 1) % 3,
      );
    });
    const hours = shifts.map(({ start }) =>
      new Date(start).toLocaleTimeString('en-GB', {
        timeZone: 'Europe/London',
      }),
    );
    expect(new Set(hours)).toEqual(new Set(['09:00:00']));
  });

  it('is still the last shift one second before the hand-over', () => {
    const before = at('2026-01-12T08:59:59Z');
    const [last] = shiftsBetween(schedule, before, before, undefined);
    expect(last.end).toBe(at('2026-01-12T09:00:00Z'));
  });
});

describe('the gap of a schedule', () => {
  const startedAt = at('2026-03-18T10:00:00Z');

  it('is two days, all of it in the seven days after the start', () => {
    const gap = coverageGapOf({ ...schedule, hasGap: true }, startedAt);
    expect(gap).toEqual({
      start: at('2026-03-22T09:00:00Z'),
      end: at('2026-03-24T09:00:00Z'),
    });
    expect(gap?.end).toBeLessThan(startedAt + 7 * DAY);
  });

  it('cuts the shifts it touches and leaves the rest', () => {
    const gap = coverageGapOf({ ...schedule, hasGap: true }, startedAt);
    const shifts = shiftsBetween(schedule, startedAt, startedAt + 7 * DAY, gap);
    expect(
      shifts.map(({ start, end }) => [
        new Date(start).toISOString().slice(0, 13),
        new Date(end).toISOString().slice(0, 13),
      ]),
    ).toEqual([
      ['2026-03-16T09', '2026-03-22T09'],
      ['2026-03-24T09', '2026-03-30T08'],
    ]);
  });

  it('is nothing for an ordinary schedule', () => {
    expect(coverageGapOf(schedule, startedAt)).toBeUndefined();
  });
});
