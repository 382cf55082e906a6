import { DateTime } from 'luxon';
import { march, shift } from './__fixtures__/onCallShift';
import { backToBackShifts } from './backToBack';

const period = { from: march('09 00:00'), to: march('23 00:00') };

describe('backToBackShifts', () => {
  it.each([
    {
      name: 'twelve hours of rest after a shift of twelve hours are enough',
      shifts: [
        shift('ada', '09 08:00', '09 20:00'),
        shift('ada', '10 08:00', '10 20:00'),
      ],
      expected: { n: 0, of: 1, tone: 'fine' },
    },
    {
      name: 'a minute less is back to back',
      shifts: [
        shift('ada', '09 08:00', '09 20:00'),
        shift('ada', '10 07:59', '10 20:00'),
      ],
      expected: { n: 1, of: 1, tone: 'look_today' },
    },
    {
      name: 'a week after a week is enough, a day less is not',
      shifts: [
        shift('ada', '01 00:00', '08 00:00'),
        shift('ada', '14 00:00', '21 00:00'),
        shift('alan', '01 00:00', '08 00:00'),
        shift('alan', '15 00:00', '22 00:00'),
      ],
      expected: { n: 1, of: 2, tone: 'look_today' },
    },
    {
      name: 'shifts that touch are one longer shift',
      shifts: [
        shift('ada', '09 08:00', '09 20:00'),
        shift('ada', '09 20:00', '10 08:00', { scheduleId: 'NIGHT' }),
        shift('ada', '10 20:00', '11 08:00'),
      ],
      expected: { n: 1, of: 1, tone: 'look_today' },
    },
    {
      name: 'of all policies of a person',
      shifts: [
        shift('ada', '09 08:00', '09 20:00'),
        shift('ada', '10 02:00', '10 08:00', { policyId: 'P2' }),
      ],
      expected: { n: 1, of: 1, tone: 'look_today' },
    },
    {
      name: 'not of other levels, not of other people',
      shifts: [
        shift('ada', '09 08:00', '09 20:00'),
        shift('ada', '09 22:00', '10 08:00', { level: 2 }),
        shift('alan', '09 20:00', '10 08:00'),
      ],
      expected: { n: 0, of: 0, tone: 'fine' },
    },
    {
      name: 'the second one counts where it begins in the period',
      shifts: [
        shift('ada', '08 08:00', '08 20:00'),
        shift('ada', '08 22:00', '08 23:30'),
        shift('ada', '09 00:00', '09 12:00'),
        shift('ada', '23 00:00', '23 12:00'),
      ],
      expected: { n: 1, of: 1, tone: 'look_today' },
    },
    {
      name: 'one who was always on call until Tuesday rests from then',
      shifts: [
        shift('lead', null, '10 00:00'),
        shift('lead', '11 00:00', '12 00:00'),
        shift('boss', null, '10 00:00'),
        shift('boss', '10 23:00', '12 00:00'),
      ],
      // Of the time before the period nothing is known.
      expected: { n: 1, of: 2, tone: 'look_today' },
    },
    {
      name: 'permanently on call never comes back',
      shifts: [shift('lead', null, null)],
      expected: { n: 0, of: 0, tone: 'fine' },
    },
    {
      name: 'nothing is known of nobody',
      shifts: [],
      expected: { n: 0, of: 0, tone: 'unknown' },
    },
  ])('$name', ({ shifts, expected }) => {
    expect(backToBackShifts(shifts, period, () => undefined)).toEqual({
      period,
      reconstructedRatio: 0,
      ...expected,
    });
  });

  const year = {
    from: '2026-01-01T00:00:00.000Z',
    to: '2027-01-01T00:00:00.000Z',
  };

  const utc = (time: string, zone: string) =>
    DateTime.fromISO(`2026-${time.replace(' ', 'T')}`, { zone })
      .toUTC()
      .toISO();

  /** Shifts of a person by the clock of a zone: `MM-DD HH:MM` of 2026. */
  const byClock = (zone: string, turns: Array<[string, string]>) =>
    turns.map(([start, end]) =>
      shift('ada', null, null, {
        start: utc(start, zone),
        end: utc(end, zone),
      }),
    );

  describe.each([
    // The nights in which clocks change, and the weeks around them.
    {
      zone: 'Europe/Berlin',
      spring: ['03-28', '03-29', '03-30'],
      autumn: ['10-24', '10-25', '10-26'],
      springWeeks: ['03-16', '03-23', '03-30', '04-06'],
      autumnWeeks: ['10-12', '10-19', '10-26', '11-02'],
    },
    {
      zone: 'America/New_York',
      spring: ['03-07', '03-08', '03-09'],
      autumn: ['10-31', '11-01', '11-02'],
      springWeeks: ['02-23', '03-02', '03-09', '03-16'],
      autumnWeeks: ['10-19', '10-26', '11-02', '11-09'],
    },
  ])('when clocks change in $zone', place => {
    const { zone } = place;
    it.each([
      {
        name: 'an hour less of rest is none less by the clock, in spring',
        turns: days(place.spring, '08:00', '20:00'),
        n: 0,
      },
      {
        name: 'a longer rest is none shorter, in autumn',
        turns: days(place.autumn, '08:00', '20:00'),
        n: 0,
      },
      {
        name: 'a shorter night shift is none longer, in spring',
        turns: nights(place.spring),
        n: 0,
      },
      {
        name: 'a longer night shift takes no rest, in autumn',
        turns: nights(place.autumn),
        n: 0,
      },
      {
        name: 'a week off after a week is a week, in spring',
        turns: weeks(place.springWeeks),
        n: 0,
      },
      {
        name: 'a week off after a week is a week, in autumn',
        turns: weeks(place.autumnWeeks),
        n: 0,
      },
      {
        name: 'a minute less by the clock as well is too little, in spring',
        turns: days(place.spring, '08:00', '20:01'),
        n: 2,
      },
      {
        name: 'two hours less by the clock are too little, in autumn',
        turns: days(place.autumn, '08:00', '21:00'),
        n: 2,
      },
    ])('$name', ({ turns, n }) => {
      const shifts = byClock(zone, turns);
      expect(backToBackShifts(shifts, year, () => zone).n).toBe(n);
    });

    it('judges by the clocks of the others too, since a schedule may follow theirs', () => {
      const shifts = [
        ...byClock(zone, days(place.spring, '08:00', '20:00')),
        shift('alan', null, null, {
          start: year.from,
          end: utc('01-02 00:00', zone),
        }),
      ];
      const zoneOf = (id: string) => (id === 'alan' ? zone : 'Asia/Kolkata');
      expect(backToBackShifts(shifts, year, zoneOf).n).toBe(0);
      expect(backToBackShifts(shifts, year, () => 'Asia/Kolkata').n).toBe(1);
    });

    it('invents none where a schedule follows no such clock', () => {
      const shifts = byClock('UTC', [
        ...nights(place.spring),
        ...nights(place.autumn),
      ]);
      expect(backToBackShifts(shifts, year, () => zone).n).toBe(0);
    });
  });

  it('says how much was reconstructed', () => {
    const shifts = [
      shift('ada', '09 08:00', '09 20:00', { reconstructed: true }),
      shift('ada', '10 08:00', '10 20:00'),
    ];
    expect(
      backToBackShifts(shifts, period, () => undefined).reconstructedRatio,
    ).toBe(0.5);
  });
});

/** From one time to another on each of some days. */
function days(
  dates: string[],
  from: string,
  to: string,
): Array<[string, string]> {
  return dates.map(date => [`${date} ${from}`, `${date} ${to}`]);
}

/** From 20:00 on each of some days to 8:00 on the next. */
function nights(dates: string[]): Array<[string, string]> {
  return dates
    .slice(1)
    .map((date, index) => [`${dates[index]} 20:00`, `${date} 08:00`]);
}

/** Every other one of the weeks between some Mondays. */
function weeks(mondays: string[]): Array<[string, string]> {
  return [
    [`${mondays[0]} 09:00`, `${mondays[1]} 09:00`],
    [`${mondays[2]} 09:00`, `${mondays[3]} 09:00`],
  ];
}
