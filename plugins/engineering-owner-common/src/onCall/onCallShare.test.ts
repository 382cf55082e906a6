import { march, shift } from './__fixtures__/onCallShift';
import { defaultLoadLimits } from './loadLimits';
import { onCallShare, teamOnCallShare } from './onCallShare';

const HOUR = 3600;
const week = {
  // 168 hours, a quarter of them are 42.
  period: { from: march('02 00:00'), to: march('09 00:00') },
  limit: defaultLoadLimits.onCallShare,
};

describe('onCallShare', () => {
  it.each([
    {
      name: 'nothing is fine',
      shifts: [],
      expected: { n: 0, seconds: 0, ratio: 0, tone: 'fine' },
    },
    {
      name: 'a quarter of the time is fine',
      shifts: [shift('ada', '02 00:00', '03 18:00')],
      expected: { n: 1, seconds: 42 * HOUR, ratio: 0.25, tone: 'fine' },
    },
    {
      name: 'a minute more is too much',
      shifts: [shift('ada', '02 00:00', '03 18:01')],
      expected: {
        n: 1,
        seconds: 42 * HOUR + 60,
        ratio: (42 * 60 + 1) / (168 * 60),
        tone: 'act_now',
      },
    },
    {
      name: 'two policies that overlap count once, the second level like the first',
      shifts: [
        shift('ada', '02 00:00', '03 00:00'),
        shift('ada', '02 12:00', '03 12:00', { policyId: 'P2', level: 2 }),
        shift('ada', '05 00:00', '05 06:00', { policyId: 'P3' }),
      ],
      expected: { n: 2, seconds: 42 * HOUR, ratio: 0.25, tone: 'fine' },
    },
    {
      name: 'the same shift in two policies is one',
      shifts: [
        shift('ada', '02 00:00', '03 00:00'),
        shift('ada', '02 00:00', '03 00:00', { policyId: 'P2' }),
      ],
      expected: { n: 1, seconds: 24 * HOUR, ratio: 24 / 168, tone: 'fine' },
    },
    {
      name: 'what lies outside the period does not count',
      shifts: [
        shift('ada', '01 00:00', '02 12:00'),
        shift('ada', '08 12:00', '12 00:00'),
      ],
      expected: { n: 2, seconds: 24 * HOUR, ratio: 24 / 168, tone: 'fine' },
    },
    {
      name: 'permanently on call is all of the time',
      shifts: [
        shift('ada', null, null, { scheduleId: undefined, level: 3 }),
        shift('ada', '02 00:00', '03 00:00'),
      ],
      expected: {
        n: 1,
        seconds: 168 * HOUR,
        ratio: 1,
        permanent: true,
        tone: 'act_now',
      },
    },
    {
      name: 'somebody who was permanently on call until Tuesday is not any more',
      shifts: [shift('ada', null, '03 00:00', { scheduleId: undefined })],
      expected: { n: 1, seconds: 24 * HOUR, ratio: 24 / 168, tone: 'fine' },
    },
    {
      name: 'somebody permanent is so from when they were first seen',
      shifts: [shift('ada', '08 00:00', null, { scheduleId: undefined })],
      expected: {
        n: 1,
        seconds: 24 * HOUR,
        ratio: 24 / 168,
        permanent: true,
        tone: 'fine',
      },
    },
    {
      name: 'half of it reconstructed is said',
      shifts: [
        shift('ada', '02 00:00', '02 12:00', { reconstructed: true }),
        shift('ada', '02 12:00', '03 00:00'),
      ],
      expected: {
        n: 1,
        seconds: 24 * HOUR,
        ratio: 24 / 168,
        reconstructedRatio: 0.5,
        tone: 'fine',
      },
    },
    {
      name: 'malformed times and shifts that end before they begin are none',
      shifts: [
        shift('ada', null, null, { start: 'soon' }),
        shift('ada', '05 00:00', '04 00:00'),
      ],
      expected: { n: 0, seconds: 0, ratio: 0, tone: 'fine' },
    },
  ])('$name', ({ shifts, expected }) => {
    expect(onCallShare(shifts, week)).toEqual({
      period: week.period,
      permanent: false,
      reconstructedRatio: 0,
      ...expected,
    });
  });

  it('counts the hours that really pass when clocks change', () => {
    const period = {
      from: '2026-03-28T00:00:00+01:00',
      to: '2026-03-30T00:00:00+02:00',
    };
    // Sunday in Berlin has 23 hours, both days 47.
    const sunday = shift('ada', null, null, {
      start: '2026-03-29T00:00:00+01:00',
      end: '2026-03-30T00:00:00+02:00',
    });
    expect(onCallShare([sunday], { ...week, period })).toEqual(
      expect.objectContaining({ seconds: 23 * HOUR, ratio: 23 / 47 }),
    );
  });

  it.each([
    { from: march('09 00:00'), to: march('02 00:00') },
    { from: march('02 00:00'), to: march('02 00:00') },
    { from: 'soon', to: march('02 00:00') },
  ])('has no ratio from $from to $to', period => {
    const { ratio, tone } = onCallShare([shift('ada', null, null)], {
      ...week,
      period,
    });
    expect({ ratio, tone }).toEqual({ ratio: undefined, tone: 'unknown' });
  });
});

describe('teamOnCallShare', () => {
  it('tells the highest and the mean, and how many are over the limit', () => {
    const shifts = [
      shift('ada', '02 00:00', '05 12:00'),
      shift('alan', '05 12:00', '07 06:00', { reconstructed: true }),
      shift('lead', null, null, { level: 3 }),
    ];
    // 84, 42, 168 and 0 of 168 hours.
    expect(
      teamOnCallShare(shifts, ['ada', 'alan', 'lead', 'grace'], week),
    ).toEqual({
      period: week.period,
      n: 4,
      highestRatio: 1,
      meanRatio: 0.4375,
      over: 2,
      permanent: 1,
      reconstructedRatio: 42 / 294,
      tone: 'act_now',
    });
  });

  it('is fine when nobody is over the limit', () => {
    const shifts = [shift('ada', '02 00:00', '03 18:00')];
    expect(teamOnCallShare(shifts, ['ada', 'alan'], week)).toEqual(
      expect.objectContaining({
        highestRatio: 0.25,
        meanRatio: 0.125,
        over: 0,
        tone: 'fine',
      }),
    );
  });

  it('is not known of nobody', () => {
    expect(teamOnCallShare([], [], week)).toEqual({
      period: week.period,
      n: 0,
      over: 0,
      permanent: 0,
      reconstructedRatio: 0,
      tone: 'unknown',
    });
  });
});
