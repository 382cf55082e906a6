import { levelCoverage } from './coverage';
import { march, shift } from './__fixtures__/onCallShift';

const week = {
  policyId: 'P1',
  level: 1,
  now: new Date(march('02 09:00')),
  until: new Date(march('09 09:00')),
};

describe('levelCoverage', () => {
  it.each([
    {
      name: 'no gap when one hands over to the next',
      shifts: [
        shift('ada', '01 09:00', '05 09:00'),
        shift('alan', '05 09:00', '10 09:00'),
      ],
      gaps: [],
    },
    {
      name: 'a gap between two turns',
      shifts: [
        shift('ada', '01 09:00', '04 18:00'),
        shift('alan', '06 09:00', '10 09:00'),
      ],
      gaps: [['04 18:00', '06 09:00']],
    },
    {
      name: 'gaps at both ends',
      shifts: [shift('ada', '03 09:00', '08 09:00')],
      gaps: [
        ['02 09:00', '03 09:00'],
        ['08 09:00', '09 09:00'],
      ],
    },
    {
      name: 'no gap where another schedule of the level covers',
      shifts: [
        shift('ada', '01 09:00', '04 09:00'),
        shift('grace', '03 09:00', '07 09:00', { scheduleId: 'SCHED2' }),
        shift('ada', '07 09:00', '12 09:00'),
      ],
      gaps: [],
    },
    {
      name: 'no gap inside a long turn that a short one overlaps',
      shifts: [
        shift('ada', '01 09:00', '12 09:00'),
        shift('alan', '03 09:00', '04 09:00', { scheduleId: 'SCHED2' }),
      ],
      gaps: [],
    },
    {
      name: 'nothing before now and after what was read',
      shifts: [shift('ada', '02 09:00', '09 09:00')],
      gaps: [],
    },
    {
      name: 'a gap where a turn has malformed times',
      shifts: [
        shift('ada', '01 09:00', '05 09:00'),
        shift('alan', null, null, { start: 'soon' }),
        shift('grace', '06 09:00', '12 09:00'),
      ],
      gaps: [['05 09:00', '06 09:00']],
    },
  ])('$name', ({ shifts, gaps }) => {
    expect(levelCoverage({ ...week, shifts })).toEqual({
      level: 1,
      gaps: gaps.map(([from, to]) => ({ from: march(from), to: march(to) })),
      empty: false,
      permanent: false,
      permanentResponderIds: [],
      coveredRatio: expect.any(Number),
      unknown: false,
    });
  });

  it('tells how much of the time somebody is on call', () => {
    const shifts = [
      shift('ada', '01 09:00', '04 09:00'),
      shift('alan', '03 09:00', '05 21:00', { scheduleId: 'SCHED2' }),
    ];
    // 84 of 168 hours.
    expect(levelCoverage({ ...week, shifts }).coveredRatio).toBe(0.5);
  });

  it('ends with an hour of the night to summer time', () => {
    const night = {
      now: new Date('2026-03-28T20:00:00+01:00'),
      until: new Date('2026-03-29T08:00:00+02:00'),
    };
    const shifts = [
      shift('ada', null, null, {
        start: '2026-03-28T20:00:00+01:00',
        end: '2026-03-29T07:00:00+02:00',
      }),
    ];
    expect(levelCoverage({ ...week, ...night, shifts })).toEqual(
      expect.objectContaining({
        gaps: [{ from: march('29 05:00'), to: march('29 06:00') }],
        coveredRatio: 10 / 11,
      }),
    );
  });

  it.each([
    { name: 'what was read has passed', until: new Date(march('01 09:00')) },
    { name: 'nothing was read', until: new Date(NaN) },
  ])('is unknown, not empty, where $name', ({ until }) => {
    const shifts = [shift('ada', '01 09:00', '12 09:00')];
    expect(levelCoverage({ ...week, until, shifts })).toEqual({
      level: 1,
      gaps: [],
      empty: false,
      permanent: false,
      permanentResponderIds: [],
      unknown: true,
    });
  });

  it('is permanent where the times are null', () => {
    const shifts = [
      shift('lead', null, null, { scheduleId: undefined }),
      shift('ada', '03 09:00', '04 09:00'),
    ];
    expect(levelCoverage({ ...week, shifts })).toEqual(
      expect.objectContaining({
        gaps: [],
        permanent: true,
        permanentResponderIds: ['lead'],
        coveredRatio: 1,
      }),
    );
  });

  it('is permanent for somebody of whom nobody knows since when, or only lately', () => {
    const shifts = [shift('lead', '01 09:00', null, { scheduleId: undefined })];
    expect(levelCoverage({ ...week, shifts })).toEqual(
      expect.objectContaining({ permanent: true, coveredRatio: 1 }),
    );
  });

  it('is not permanent for somebody who was until Tuesday, or will be from then', () => {
    const shifts = [
      shift('lead', null, '03 09:00', { scheduleId: undefined }),
      shift('boss', '04 09:00', null, { scheduleId: undefined }),
    ];
    expect(levelCoverage({ ...week, shifts })).toEqual(
      expect.objectContaining({
        gaps: [{ from: march('03 09:00'), to: march('04 09:00') }],
        permanent: false,
        permanentResponderIds: [],
      }),
    );
  });

  it('is empty where nobody is on call at any time, also if other levels have people', () => {
    const shifts = [
      shift('ada', '01 09:00', '12 09:00', { level: 2 }),
      shift('alan', '01 09:00', '12 09:00', { policyId: 'P2' }),
      shift('grace', '01 09:00', '02 09:00'),
    ];
    expect(levelCoverage({ ...week, shifts })).toEqual(
      expect.objectContaining({
        empty: true,
        gaps: [{ from: march('02 09:00'), to: march('09 09:00') }],
      }),
    );
  });
});
