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
    {
      name: 'the night to summer time leaves an hour less of rest',
      period: { from: march('28 00:00'), to: march('31 00:00') },
      // 8:00 to 20:00 in Berlin, on Saturday and Sunday.
      shifts: [
        shift('ada', '28 07:00', '28 19:00'),
        shift('ada', '29 06:00', '29 18:00'),
      ],
      expected: { n: 1, of: 1, tone: 'look_today' },
    },
  ])('$name', ({ shifts, expected, period: of = period }) => {
    expect(backToBackShifts(shifts, of)).toEqual({
      period: of,
      reconstructedRatio: 0,
      ...expected,
    });
  });

  it('says how much was reconstructed', () => {
    const shifts = [
      shift('ada', '09 08:00', '09 20:00', { reconstructed: true }),
      shift('ada', '10 08:00', '10 20:00'),
    ];
    expect(backToBackShifts(shifts, period).reconstructedRatio).toBe(0.5);
  });
});
