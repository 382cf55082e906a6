import { calendarWindow, parseCalendarDuration } from './calendarWindow';

const month = {
  duration: '1M',
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Asia/Kolkata',
};

describe('calendarWindow', () => {
  it('reads what OpenSLO writes', () => {
    expect(calendarWindow(month)).toEqual({
      type: 'calendar',
      duration: '1M',
      seconds: 30 * 86400,
      startTime: '2026-01-01T00:00:00',
      timeZone: 'Asia/Kolkata',
    });
  });

  it.each([
    ['1d', 86400],
    ['2w', 1209600],
    ['1M', 2592000],
    ['1Q', 7776000],
    ['1Y', 31536000],
    ['12h', undefined],
    ['1m', undefined],
    ['0d', undefined],
    ['1.5d', undefined],
    ['1d2h', undefined],
    ['', undefined],
  ])('takes %s for %s seconds', (text, seconds) => {
    expect(parseCalendarDuration(text)?.seconds).toBe(seconds);
  });

  it.each([
    [{ duration: '1m' }, 'the duration of a calendar window is "1m"'],
    [{ duration: '2Y' }, 'the duration of a calendar window is "2Y"'],
    [
      { startTime: '2026-02-30 00:00:00' },
      'startTime of a calendar window is "2026-02-30 00:00:00"',
    ],
    [
      { startTime: '2026-01-01' },
      'write a date and time as YYYY-MM-DD hh:mm:ss',
    ],
    [{ startTime: '2026-01-01T00:00:00Z' }, 'startTime'],
    [
      { timeZone: 'Asia/Calcuta' },
      'timeZone of a calendar window is "Asia/Calcuta"',
    ],
    [{ timeZone: '+05:30' }, 'write an IANA name'],
    [{ timeZone: 'x'.repeat(5000) }, '"xxx'],
  ])('refuses %j', (part, message) => {
    expect(() => calendarWindow({ ...month, ...part })).toThrow(message);
  });
});
