import { march, shift } from './__fixtures__/onCallShift';
import { observedShifts } from './observedShifts';

const at = new Date(march('03 12:00'));
const lastReadAt = new Date(march('03 11:55'));

describe('observedShifts', () => {
  it.each([
    {
      name: 'takes the first reading as it is',
      known: [],
      read: [
        shift('ada', '02 09:00', '09 09:00'),
        shift('alan', '09 09:00', '16 09:00'),
      ],
      lastReadAt: undefined,
      expected: [
        shift('ada', '02 09:00', '09 09:00'),
        shift('alan', '09 09:00', '16 09:00'),
      ],
    },
    {
      name: 'changes nothing when nothing changed',
      known: [
        shift('ada', '02 09:00', '09 09:00'),
        shift('alan', '09 09:00', '16 09:00'),
      ],
      read: [
        shift('ada', '02 09:00', '09 09:00'),
        shift('alan', '09 09:00', '16 09:00'),
      ],
      lastReadAt,
      expected: [
        shift('ada', '02 09:00', '09 09:00'),
        shift('alan', '09 09:00', '16 09:00'),
      ],
    },
    {
      name: 'keeps the observed beginning when the reading is cut at its own',
      known: [shift('ada', '02 09:00', '09 09:00')],
      read: [shift('ada', '03 12:00', '09 09:00')],
      lastReadAt,
      expected: [shift('ada', '02 09:00', '09 09:00')],
    },
    {
      name: 'takes a new end',
      known: [shift('ada', '02 09:00', '09 09:00')],
      read: [shift('ada', '02 09:00', '05 09:00')],
      lastReadAt,
      expected: [shift('ada', '02 09:00', '05 09:00')],
    },
    {
      name: 'a schedule edited now leaves what was, although the system denies it',
      known: [shift('ada', '02 09:00', '09 09:00')],
      read: [shift('alan', '02 09:00', '09 09:00')],
      lastReadAt,
      expected: [
        shift('ada', '02 09:00', '03 12:00'),
        shift('alan', '03 11:55', '09 09:00'),
      ],
    },
    {
      name: 'knows when a shift began that began since the last reading',
      known: [],
      read: [shift('alan', '03 11:58', '04 09:00')],
      lastReadAt,
      expected: [shift('alan', '03 11:58', '04 09:00')],
    },
    {
      name: 'goes on with a planned shift whose time has come',
      known: [shift('alan', '03 11:57', '09 09:00')],
      read: [shift('alan', '03 12:00', '09 09:00')],
      lastReadAt,
      expected: [shift('alan', '03 11:57', '09 09:00')],
    },
    {
      name: 'replaces the plan',
      known: [shift('alan', '09 09:00', '16 09:00')],
      read: [shift('grace', '09 09:00', '16 09:00')],
      lastReadAt,
      expected: [shift('grace', '09 09:00', '16 09:00')],
    },
    {
      name: 'keeps somebody permanent, and lets them go when they are gone',
      known: [
        shift('lead', null, null, { scheduleId: undefined }),
        shift('boss', null, null, { scheduleId: undefined }),
      ],
      read: [shift('lead', null, null, { scheduleId: undefined })],
      lastReadAt,
      expected: [
        shift('boss', null, '03 12:00', { scheduleId: undefined }),
        shift('lead', null, null, { scheduleId: undefined }),
      ],
    },
    {
      name: 'knows of somebody permanent only from when they were first seen',
      known: [shift('boss', null, null, { scheduleId: undefined })],
      read: [
        shift('boss', null, null, { scheduleId: undefined }),
        shift('lead', null, null, { scheduleId: undefined }),
      ],
      lastReadAt,
      expected: [
        shift('boss', null, null, { scheduleId: undefined }),
        shift('lead', '03 12:00', null, { scheduleId: undefined }),
      ],
    },
    {
      name: 'keeps from when somebody permanent is known',
      known: [shift('lead', '02 12:00', null, { scheduleId: undefined })],
      read: [shift('lead', null, null, { scheduleId: undefined })],
      lastReadAt,
      expected: [shift('lead', '02 12:00', null, { scheduleId: undefined })],
    },
    {
      name: 'knows no more of somebody permanent at the first reading',
      known: [],
      read: [shift('lead', null, null, { scheduleId: undefined })],
      lastReadAt: undefined,
      expected: [shift('lead', '03 12:00', null, { scheduleId: undefined })],
    },
    {
      name: 'keeps nothing of what began and was gone in one moment',
      known: [shift('lead', '03 12:00', null, { scheduleId: undefined })],
      read: [],
      lastReadAt: at,
      expected: [],
    },
    {
      name: 'remembers that a beginning was reconstructed',
      known: [shift('ada', '02 09:00', '09 09:00', { reconstructed: true })],
      read: [shift('ada', '03 12:00', '09 09:00')],
      lastReadAt,
      expected: [shift('ada', '02 09:00', '09 09:00', { reconstructed: true })],
    },
    {
      name: 'tells levels and schedules apart',
      known: [shift('ada', '02 09:00', '09 09:00')],
      read: [
        shift('ada', '02 09:00', '09 09:00', { level: 2 }),
        shift('ada', '02 09:00', '09 09:00', { scheduleId: 'SCHED2' }),
      ],
      lastReadAt,
      expected: [
        shift('ada', '02 09:00', '03 12:00'),
        shift('ada', '03 11:55', '09 09:00', { level: 2 }),
        shift('ada', '03 11:55', '09 09:00', { scheduleId: 'SCHED2' }),
      ],
    },
  ])('$name', ({ known, read, lastReadAt: last, expected }) => {
    expect(
      observedShifts({ known, read, at, ...(last && { lastReadAt: last }) }),
    ).toEqual(expected);
  });
});
