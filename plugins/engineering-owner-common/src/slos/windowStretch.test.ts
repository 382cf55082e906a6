import fc from 'fast-check';
import { calendarWindow } from './calendarWindow';
import { previousPeriod, windowStretch } from './windowStretch';

const HOUR = 3_600_000;

function edges(
  duration: string,
  startTime: string,
  timeZone: string,
  end: string,
) {
  const window = calendarWindow({ duration, startTime, timeZone });
  const { from, to, periodEndsAt } = windowStretch(window, new Date(end));
  expect(to.toISOString()).toBe(new Date(end).toISOString());
  return [from.toISOString(), periodEndsAt.toISOString()];
}

describe('windowStretch', () => {
  it.each([
    // A month in a zone at :30, which begins in the evening before, by UTC.
    [
      '1M',
      '2026-01-01 00:00:00',
      'Asia/Kolkata',
      '2026-11-15T00:00:00Z',
      '2026-10-31T18:30:00.000Z',
      '2026-11-30T18:30:00.000Z',
    ],
    [
      '1M',
      '2026-01-01 00:00:00',
      'Asia/Kathmandu',
      '2026-02-01T00:00:00Z',
      '2026-01-31T18:15:00.000Z',
      '2026-02-28T18:15:00.000Z',
    ],
    // The days on which clocks change.
    [
      '1d',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-03-29T12:00:00Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ],
    [
      '1d',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-10-25T12:00:00Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ],
    [
      '1d',
      '2026-01-01 00:00:00',
      'Australia/Lord_Howe',
      '2026-04-05T00:00:00Z',
      '2026-04-04T13:00:00.000Z',
      '2026-04-05T13:30:00.000Z',
    ],
    [
      '1M',
      '2026-01-01 00:00:00',
      'America/New_York',
      '2026-11-15T00:00:00Z',
      '2026-11-01T04:00:00.000Z',
      '2026-12-01T05:00:00.000Z',
    ],
    // Two in the morning does not exist on that day.
    [
      '1d',
      '2026-01-01 02:30:00',
      'Europe/Berlin',
      '2026-03-29T12:00:00Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ],
    // From the 31st on: the last day of shorter months, and the 31st again.
    [
      '1M',
      '2026-01-31 00:00:00',
      'UTC',
      '2026-03-15T00:00:00Z',
      '2026-02-28T00:00:00.000Z',
      '2026-03-31T00:00:00.000Z',
    ],
    [
      '1M',
      '2026-01-31 00:00:00',
      'UTC',
      '2028-03-15T00:00:00Z',
      '2028-02-29T00:00:00.000Z',
      '2028-03-31T00:00:00.000Z',
    ],
    [
      '1Y',
      '2024-02-29 00:00:00',
      'UTC',
      '2027-01-01T00:00:00Z',
      '2026-02-28T00:00:00.000Z',
      '2027-02-28T00:00:00.000Z',
    ],
    // Weeks, quarters, years and multiples.
    [
      '1w',
      '2026-01-05 09:00:00',
      'UTC',
      '2026-11-24T12:00:00Z',
      '2026-11-23T09:00:00.000Z',
      '2026-11-30T09:00:00.000Z',
    ],
    [
      '1Q',
      '2026-01-01 00:00:00',
      'UTC',
      '2026-11-24T12:00:00Z',
      '2026-10-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ],
    [
      '1Y',
      '2026-04-01 00:00:00',
      'Asia/Tokyo',
      '2026-11-24T12:00:00Z',
      '2026-03-31T15:00:00.000Z',
      '2027-03-31T15:00:00.000Z',
    ],
    [
      '2M',
      '2026-01-01 00:00:00',
      'UTC',
      '2026-11-24T12:00:00Z',
      '2026-11-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ],
    // Before the start time too: it names one of the periods, not the first.
    [
      '1M',
      '2030-06-15 12:00:00',
      'UTC',
      '2026-11-24T12:00:00Z',
      '2026-11-15T12:00:00.000Z',
      '2026-12-15T12:00:00.000Z',
    ],
  ])(
    'takes %s from %s in %s at %s from %s, until %s',
    (duration, startTime, timeZone, end, from, until) => {
      expect(edges(duration, startTime, timeZone, end)).toEqual([from, until]);
    },
  );

  it('is the whole period at its very end, and a new one from then on', () => {
    const month = ['1M', '2026-01-01 00:00:00', 'Asia/Kolkata'] as const;
    expect(edges(...month, '2026-10-31T18:30:00Z')[0]).toBe(
      '2026-09-30T18:30:00.000Z',
    );
    expect(edges(...month, '2026-10-31T18:30:00.001Z')[0]).toBe(
      '2026-10-31T18:30:00.000Z',
    );
  });

  it('knows the period before', () => {
    const window = calendarWindow({
      duration: '1M',
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Asia/Kolkata',
    });
    expect(previousPeriod(window, new Date('2026-03-10T00:00:00Z'))).toEqual({
      from: new Date('2026-01-31T18:30:00Z'),
      to: new Date('2026-02-28T18:30:00Z'),
    });
  });

  it('of a rolling window ends now', () => {
    const end = new Date('2026-11-24T12:00:00Z');
    expect(
      windowStretch({ type: 'rolling', duration: '1h', seconds: 3600 }, end),
    ).toEqual({
      from: new Date('2026-11-24T11:00:00Z'),
      to: end,
      periodEndsAt: end,
    });
  });

  it('always holds its end, and joins the period before without a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1d', '3d', '1w', '1M', '5M', '1Q', '1Y'),
        fc.constantFrom(
          '2026-01-31T00:00:00',
          '2024-02-29T23:59:59',
          '2026-03-29T02:30:00',
        ),
        fc.constantFrom(
          'UTC',
          'Asia/Kolkata',
          'Europe/Berlin',
          'America/St_Johns',
          'Australia/Lord_Howe',
          'Pacific/Chatham',
        ),
        fc.date({
          min: new Date('2000-01-01'),
          max: new Date('2060-01-01'),
          noInvalidDate: true,
        }),
        (duration, startTime, timeZone, end) => {
          const window = calendarWindow({ duration, startTime, timeZone });
          const { from, to, periodEndsAt } = windowStretch(window, end);
          expect(from.getTime()).toBeLessThan(to.getTime());
          expect(to.getTime()).toBeLessThanOrEqual(periodEndsAt.getTime());
          const whole = windowStretch(window, periodEndsAt);
          expect(whole.from).toEqual(from);
          const before = previousPeriod(window, end);
          expect(before.to).toEqual(from);
          expect(windowStretch(window, before.to).periodEndsAt).toEqual(from);
          const length = periodEndsAt.getTime() - from.getTime();
          // A month may be three days longer than its nominal length, a day two hours.
          expect(Math.abs(length / 1000 - window.seconds)).toBeLessThanOrEqual(
            0.06 * window.seconds +
              3 * 86400 * Number(window.seconds > 86400 * 28) +
              (2 * HOUR) / 1000,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
