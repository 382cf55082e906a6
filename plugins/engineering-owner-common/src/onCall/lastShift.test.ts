import { march, shift } from './__fixtures__/onCallShift';
import { lastShift, runningShift } from './lastShift';

const at = { policyId: 'P1', level: 1, now: new Date(march('18 10:00')) };

describe('lastShift', () => {
  it.each([
    {
      name: 'the one that ended last',
      shifts: [
        shift('alan', '02 09:00', '09 09:00'),
        shift('ada', '09 09:00', '16 09:00'),
        shift('alan', '16 09:00', '23 09:00'),
      ],
      expected: ['09 09:00', '16 09:00'],
    },
    {
      name: 'all of a turn that is kept in pieces',
      shifts: [
        shift('ada', '14 00:00', '16 09:00'),
        shift('ada', '09 09:00', '12 00:00', { reconstructed: true }),
        shift('ada', '12 00:00', '14 00:00'),
      ],
      expected: ['09 09:00', '16 09:00'],
    },
    {
      name: 'not the piece of a turn that goes on',
      shifts: [
        shift('alan', '09 09:00', '16 09:00'),
        shift('ada', '16 09:00', '17 00:00'),
        shift('ada', '17 00:00', '23 09:00'),
      ],
      expected: ['09 09:00', '16 09:00'],
    },
    {
      name: 'a turn of its own after somebody stood in',
      shifts: [
        shift('ada', '09 09:00', '12 00:00'),
        shift('alan', '12 00:00', '13 00:00'),
        shift('ada', '13 00:00', '16 09:00'),
      ],
      expected: ['13 00:00', '16 09:00'],
    },
    {
      name: 'one that ends now',
      shifts: [shift('ada', '18 00:00', '18 10:00')],
      expected: ['18 00:00', '18 10:00'],
    },
    {
      name: 'none at another level, of another policy, or without a beginning',
      shifts: [
        shift('ada', '09 09:00', '16 09:00', { level: 2 }),
        shift('ada', '09 09:00', '16 09:00', { policyId: 'P2' }),
        shift('lead', null, '16 09:00'),
      ],
      expected: undefined,
    },
  ])('is $name', ({ shifts, expected }) => {
    expect(lastShift({ ...at, shifts })).toEqual(
      expected && { from: march(expected[0]), to: march(expected[1]) },
    );
  });
});

describe('runningShift', () => {
  it.each([
    {
      name: 'all of the turn that runs, also what is over of it',
      shifts: [
        shift('alan', '09 09:00', '16 09:00'),
        shift('ada', '16 09:00', '17 00:00', { reconstructed: true }),
        shift('ada', '17 00:00', '23 09:00'),
      ],
      expected: ['16 09:00', '23 09:00'],
    },
    {
      name: 'the one that began last of two',
      shifts: [
        shift('ada', '16 09:00', '23 09:00'),
        shift('alan', '18 08:00', '18 20:00', { scheduleId: 'SCHED2' }),
      ],
      expected: ['18 08:00', '18 20:00'],
    },
    {
      name: 'none of somebody permanent, who hands nothing over',
      shifts: [shift('lead', '16 09:00', null)],
      expected: undefined,
    },
    {
      name: 'none that is over or to come, at another level or of another policy',
      shifts: [
        shift('ada', '18 00:00', '18 10:00'),
        shift('ada', '18 10:01', '19 00:00'),
        shift('ada', '16 09:00', '23 09:00', { level: 2 }),
        shift('ada', '16 09:00', '23 09:00', { policyId: 'P2' }),
      ],
      expected: undefined,
    },
  ])('is $name', ({ shifts, expected }) => {
    expect(runningShift({ ...at, shifts })).toEqual(
      expected && { from: march(expected[0]), to: march(expected[1]) },
    );
  });
});
