import { march, shift } from './__fixtures__/onCallShift';
import { policyCoverage } from './policyCoverage';

const twoLevels = {
  id: 'P1',
  levels: [2, 1].map(level => ({ level, delayMinutes: 15, targets: [] })),
};
const now = new Date(march('02 09:00'));
const readUntil = new Date(march('30 09:00'));
const always = { start: march('01 00:00'), end: '2026-05-01T00:00:00Z' };

describe('policyCoverage', () => {
  it.each([
    {
      name: 'both levels are covered',
      shifts: [
        shift('ada', null, null, always),
        shift('alan', null, null, { ...always, level: 2 }),
      ],
      expected: { nobody: [], tone: 'fine' },
    },
    {
      name: 'the second level covers a gap of the first',
      shifts: [
        shift('ada', '01 09:00', '10 09:00'),
        shift('ada', '11 09:00', '31 09:00'),
        shift('alan', null, null, { ...always, level: 2 }),
      ],
      expected: { nobody: [], tone: 'look_today' },
    },
    {
      name: 'both levels have a gap at the same time',
      shifts: [
        shift('ada', '01 09:00', '10 09:00'),
        shift('ada', '12 09:00', '31 09:00'),
        shift('alan', '01 09:00', '11 09:00', { level: 2 }),
        shift('alan', '13 09:00', '31 09:00', { level: 2 }),
      ],
      expected: {
        nobody: [{ from: march('11 09:00'), to: march('12 09:00') }],
        tone: 'look_today',
      },
    },
    {
      name: 'nobody is on call now',
      shifts: [
        shift('ada', '03 09:00', '31 09:00'),
        shift('alan', '02 10:00', '31 09:00', { level: 2 }),
      ],
      expected: {
        nobody: [{ from: march('02 09:00'), to: march('02 10:00') }],
        tone: 'act_now',
      },
    },
    {
      name: 'the second level has no people',
      shifts: [
        shift('ada', null, null, always),
        shift('alan', null, null, { ...always, level: 3 }),
        shift('alan', null, null, { ...always, level: 2, policyId: 'P2' }),
      ],
      expected: { nobody: [], levelsWithoutPeople: [2], tone: 'look_today' },
    },
    {
      name: 'nobody at any level at any time',
      shifts: [],
      expected: {
        nobody: [{ from: march('02 09:00'), to: march('30 09:00') }],
        levelsWithoutPeople: [1, 2],
        tone: 'act_now',
      },
    },
    {
      name: 'somebody without relief',
      shifts: [
        shift('ada', null, null, always),
        shift('lead', null, null, { level: 2 }),
      ],
      expected: {
        nobody: [],
        permanentResponderIds: ['lead'],
        tone: 'look_today',
      },
    },
  ])('$name', ({ shifts, expected }) => {
    expect(
      policyCoverage({ policy: twoLevels, shifts, now, readUntil }),
    ).toEqual({
      policyId: 'P1',
      period: { from: now.toISOString(), to: readUntil.toISOString() },
      levels: [
        expect.objectContaining({ level: 1 }),
        expect.objectContaining({ level: 2 }),
      ],
      levelsWithoutPeople: [],
      permanentResponderIds: [],
      ...expected,
    });
  });

  it('judges no more than four weeks, and no more than was read', () => {
    const periodUntil = (until: Date) =>
      policyCoverage({ policy: twoLevels, shifts: [], now, readUntil: until })
        .period?.to;
    expect(periodUntil(new Date('2027-01-01T00:00:00Z'))).toBe(
      march('30 09:00'),
    );
    expect(periodUntil(new Date(march('05 09:00')))).toBe(march('05 09:00'));
  });

  it.each([
    new Date(march('02 09:00')),
    new Date(march('01 09:00')),
    new Date(NaN),
  ])('knows nothing when read until %p', until => {
    expect(
      policyCoverage({ policy: twoLevels, shifts: [], now, readUntil: until }),
    ).toEqual(
      expect.objectContaining({
        nobody: [],
        levelsWithoutPeople: [],
        tone: 'unknown',
      }),
    );
  });

  it('has nobody without levels, whatever the shifts say', () => {
    const policy = { id: 'P1', levels: [] };
    const shifts = [shift('ada', null, null, always)];
    expect(policyCoverage({ policy, shifts, now, readUntil })).toEqual(
      expect.objectContaining({ levels: [], tone: 'act_now' }),
    );
  });
});
