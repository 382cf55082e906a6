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
    });
  });

  it('is permanent where the times are null', () => {
    const shifts = [
      shift('lead', null, null, { scheduleId: undefined }),
      shift('ada', '03 09:00', '04 09:00'),
    ];
    expect(levelCoverage({ ...week, shifts })).toEqual(
      expect.objectContaining({ gaps: [], permanent: true }),
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
