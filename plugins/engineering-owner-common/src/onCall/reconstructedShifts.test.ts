import { OnCallShift } from './model';
import { reconstructedShifts } from './reconstructedShifts';

const from = new Date('2026-02-01T00:00:00.000Z');
const to = new Date('2026-03-03T00:00:00.000Z');

function shift(
  start: string | null,
  end: string | null,
  rest: Partial<OnCallShift> = {},
): OnCallShift {
  return {
    policyId: 'P1',
    level: 1,
    responderId: 'ADA',
    scheduleId: 'S1',
    start: start && `${start}:00.000Z`,
    end: end && `${end}:00.000Z`,
    ...rest,
  };
}

function timesOf(read: OnCallShift[], observed: OnCallShift[] = []) {
  return reconstructedShifts({ read, observed, from, to }).map(
    ({ start, end, reconstructed }) => [
      start?.slice(0, 16),
      end?.slice(0, 16),
      reconstructed,
    ],
  );
}

describe('reconstructedShifts', () => {
  const cases: Array<
    [
      what: string,
      read: OnCallShift[],
      observed: OnCallShift[],
      expected: Array<[string, string]>,
    ]
  > = [
    [
      'are marked',
      [shift('2026-02-02T09:00', '2026-02-09T09:00')],
      [],
      [['2026-02-02T09:00', '2026-02-09T09:00']],
    ],
    [
      'are cut at both ends of the stretch',
      [
        shift('2026-01-26T09:00', '2026-02-02T09:00'),
        shift('2026-03-02T09:00', '2026-03-09T09:00'),
      ],
      [],
      [
        ['2026-02-01T00:00', '2026-02-02T09:00'],
        ['2026-03-02T09:00', '2026-03-03T00:00'],
      ],
    ],
    [
      'end where somebody was seen in the schedule',
      [
        shift('2026-02-23T09:00', '2026-03-02T09:00'),
        shift('2026-03-02T09:00', '2026-03-09T09:00', { responderId: 'BEN' }),
      ],
      [shift('2026-03-01T12:00', '2026-03-09T09:00', { responderId: 'EVE' })],
      [['2026-02-23T09:00', '2026-03-01T12:00']],
    ],
    [
      'are not held back by another level, schedule or person without one',
      [
        shift('2026-02-23T09:00', '2026-03-02T09:00'),
        shift(null, null, { scheduleId: undefined }),
      ],
      [
        shift('2026-02-20T09:00', '2026-03-09T09:00', { level: 2 }),
        shift('2026-02-20T09:00', '2026-03-09T09:00', { scheduleId: 'S2' }),
        shift(null, null, { scheduleId: undefined, responderId: 'EVE' }),
      ],
      [
        ['2026-02-23T09:00', '2026-03-02T09:00'],
        ['2026-02-01T00:00', '2026-03-03T00:00'],
      ],
    ],
    [
      'are none of somebody who was seen to be on call always',
      [shift(null, null, { scheduleId: undefined })],
      [shift(null, null, { scheduleId: undefined })],
      [],
    ],
    [
      'are none where times cannot be read',
      [shift('soon', '2026-02-09T09:00'), shift('2026-02-02T09:00', 'later')],
      [],
      [],
    ],
  ];

  it.each(cases)('%s', (_, read, observed, expected) => {
    expect(timesOf(read, observed)).toEqual(
      expected.map(times => [...times, true]),
    );
  });
});
