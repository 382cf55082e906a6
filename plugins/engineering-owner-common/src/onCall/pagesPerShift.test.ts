import { interruption } from './__fixtures__/interruption';
import { march, shift } from './__fixtures__/onCallShift';
import { defaultLoadLimits } from './loadLimits';
import { pagesPerShift } from './pagesPerShift';

const week = {
  period: { from: march('02 00:00'), to: march('09 00:00') },
  limit: defaultLoadLimits.pagesPerShift,
};

describe('pagesPerShift', () => {
  it.each([
    {
      name: 'two pages in two shifts of twelve hours',
      shifts: [
        shift('ada', '02 08:00', '02 20:00'),
        shift('ada', '03 08:00', '03 20:00'),
      ],
      pages: [interruption('02 09:00'), interruption('03 09:00')],
      expected: { n: 2, shifts: 2, perShift: 1, tone: 'fine' },
    },
    {
      name: 'a night shift over midnight is one shift',
      shifts: [shift('ada', '02 20:00', '03 08:00')],
      pages: [
        interruption('02 23:30'),
        interruption('03 00:30'),
        interruption('03 07:59'),
      ],
      expected: { n: 3, shifts: 1, perShift: 3, tone: 'look_today' },
    },
    {
      name: 'six in a shift demand action',
      shifts: [shift('ada', '02 20:00', '03 08:00')],
      pages: [0, 1, 2, 3, 4, 5].map(hour => interruption(`03 0${hour}:10`)),
      expected: { n: 6, shifts: 1, perShift: 6, tone: 'act_now' },
    },
    {
      name: 'a week on call is fourteen shifts, counted within the period only',
      shifts: [shift('ada', '01 09:00', '12 09:00')],
      pages: [interruption('02 00:00'), interruption('09 00:00')],
      expected: {
        n: 1,
        shifts: 14,
        perShift: 1 / 14,
        fewShifts: false,
        tone: 'fine',
      },
    },
    {
      name: 'shifts of a person that overlap count once',
      shifts: [
        shift('ada', '02 00:00', '02 12:00'),
        shift('ada', '02 06:00', '02 18:00', { scheduleId: 'SCHED2' }),
      ],
      pages: [interruption('02 07:00')],
      expected: { n: 1, shifts: 1.5, perShift: 1 / 1.5, tone: 'fine' },
    },
    {
      name: 'two people at once are two shifts',
      shifts: [
        shift('ada', '02 00:00', '02 12:00'),
        shift('alan', '02 00:00', '02 12:00'),
      ],
      pages: [
        interruption('02 07:00'),
        interruption('02 07:00', { responderId: 'alan' }),
      ],
      expected: { n: 2, shifts: 2, perShift: 1, tone: 'fine' },
    },
    {
      name: 'pages off shift, at another level and of others are left out',
      shifts: [
        shift('ada', '02 00:00', '02 12:00'),
        shift('grace', '02 00:00', '02 12:00', { level: 2 }),
      ],
      pages: [
        interruption('02 07:00'),
        interruption('02 12:00'),
        interruption('02 07:15', { responderId: 'grace' }),
        interruption('02 07:15', { responderId: 'guest' }),
      ],
      expected: {
        n: 1,
        shifts: 1,
        perShift: 1,
        excluded: { off_shift: 3 },
        tone: 'fine',
      },
    },
    {
      name: 'less than a shift is not judged',
      shifts: [shift('ada', '02 00:00', '02 06:00')],
      pages: [interruption('02 03:00')],
      expected: { n: 1, shifts: 0.5, perShift: 2, tone: 'unknown' },
    },
    {
      name: 'nobody on call is no figure',
      shifts: [],
      pages: [],
      expected: { n: 0, shifts: 0, tone: 'unknown' },
    },
    {
      name: 'the night to summer time is an hour shorter',
      period: { from: march('28 00:00'), to: march('30 00:00') },
      // 20:00 to 8:00 in Berlin.
      shifts: [
        shift('ada', null, null, {
          start: '2026-03-28T20:00:00+01:00',
          end: '2026-03-29T08:00:00+02:00',
        }),
      ],
      pages: [interruption('29 03:00')],
      expected: {
        n: 1,
        shifts: 11 / 12,
        perShift: 1 / (11 / 12),
        tone: 'unknown',
      },
    },
  ])('$name', ({ shifts, pages, expected, period = week.period }) => {
    expect(pagesPerShift(pages, shifts, { ...week, period })).toEqual({
      period,
      fewShifts: true,
      excluded: {},
      reconstructedRatio: 0,
      ...expected,
    });
  });

  it('says how much of the time was reconstructed', () => {
    const { reconstructedRatio } = pagesPerShift(
      [],
      [
        shift('ada', '02 00:00', '03 00:00', { reconstructed: true }),
        // Six of these hours were observed as well.
        shift('ada', '02 18:00', '03 18:00'),
        shift('alan', '03 18:00', '04 00:00', { reconstructed: true }),
      ],
      week,
    );
    // (18 + 6) of (42 + 6) hours
    expect(reconstructedRatio).toBe(0.5);
  });
});
