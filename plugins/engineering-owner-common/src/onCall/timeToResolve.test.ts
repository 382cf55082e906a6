import { event, record } from './__fixtures__/incidentRecord';
import { timeToResolve } from './timeToResolve';

const person = { agent: { type: 'user', id: 'UADA' } } as const;

describe('timeToResolve', () => {
  it.each([
    {
      name: 'runs from the trigger to the resolve',
      events: [event('resolve', '00:30', person)],
      seconds: 1800,
    },
    {
      name: 'leaves out five days between a resolve and the reopen',
      events: [
        event('resolve', '00:20', person),
        event('reopen', '00:00', { ...person, at: '2026-03-07T00:20:00Z' }),
        event('resolve', '00:00', { ...person, at: '2026-03-07T00:30:00Z' }),
      ],
      seconds: 1800,
    },
    {
      name: 'takes a further trigger after a resolve as a reopening, one before it as nothing',
      events: [
        event('trigger', '00:00'),
        event('trigger', '00:05'),
        event('resolve', '00:10', person),
        event('trigger', '02:10'),
        event('resolve', '02:30', person),
      ],
      seconds: 1800,
    },
    {
      name: 'leaves out each of two rests, whatever the order of the log',
      events: [
        event('resolve', '05:00', person),
        event('resolve', '00:10', person),
        event('reopen', '01:10', person),
        event('resolve', '01:20', person),
        event('reopen', '04:50', person),
      ],
      seconds: 1800,
    },
    {
      name: 'runs to the last of two resolves without a reopen between them',
      events: [
        event('resolve', '00:10', person),
        event('resolve', '00:40', person),
      ],
      seconds: 2400,
    },
    {
      name: 'is nothing for one that was over in the second of its trigger, whichever the log has first',
      events: [event('resolve', '00:00', person), event('trigger', '00:00')],
      seconds: 0,
    },
    {
      name: 'leaves out the rest after such a resolve',
      events: [
        event('resolve', '00:00', person),
        event('trigger', '00:00'),
        event('trigger', '02:00'),
        event('resolve', '02:30', person),
      ],
      seconds: 1800,
    },
    {
      name: 'takes nothing away where it was reopened in the second of the resolve',
      events: [
        event('trigger', '00:10'),
        event('resolve', '00:10', person),
        event('resolve', '00:30', person),
      ],
      seconds: 1800,
    },
  ])('$name', ({ events, seconds }) => {
    expect(timeToResolve(record({ events }))).toEqual(
      expect.objectContaining({ kind: 'resolved', automatic: false, seconds }),
    );
  });

  it.each([
    {
      name: 'over midnight',
      createdAt: '2026-03-02T23:50:00Z',
      at: '2026-03-03T00:20:00Z',
      seconds: 1800,
    },
    {
      name: 'between a trigger in Kolkata and a resolve in New York',
      createdAt: '2026-03-03T05:20:00+05:30',
      at: '2026-03-02T19:20:00-05:00',
      seconds: 1800,
    },
    {
      name: 'over the hour that Berlin leaves out in spring',
      createdAt: '2026-03-29T01:45:00+01:00',
      at: '2026-03-29T03:15:00+02:00',
      seconds: 1800,
    },
    {
      name: 'over the hour that Berlin has twice in autumn',
      createdAt: '2026-10-25T02:45:00+02:00',
      at: '2026-10-25T02:15:00+01:00',
      seconds: 1800,
    },
  ])('takes real time $name', ({ createdAt, at, seconds }) => {
    expect(
      timeToResolve(
        record({
          createdAt,
          events: [event('resolve', '00:00', { ...person, at })],
        }),
      ),
    ).toEqual(expect.objectContaining({ seconds }));
  });

  it('takes a resolve in the name of a person through the API as theirs', () => {
    const events = [event('resolve', '00:30', { ...person, channel: 'api' })];
    expect(timeToResolve(record({ events }))).toEqual(
      expect.objectContaining({ automatic: false }),
    );
  });

  it('goes on while acknowledgements time out and are repeated', () => {
    const events = [
      event('acknowledge', '00:02', person),
      event('unacknowledge', '00:32', {}),
      event('acknowledge', '00:40', person),
      event('resolve', '01:00', person),
    ];
    expect(timeToResolve(record({ events }))).toEqual(
      expect.objectContaining({ seconds: 3600 }),
    );
  });

  it.each([
    { name: 'the monitoring', by: { agent: { type: 'service' } } },
    { name: 'an integration', by: { agent: { type: 'integration' } } },
    { name: 'a timeout', by: { ...person, channel: 'timeout' } },
  ] as const)('knows that $name resolved it, not a person', ({ by }) => {
    expect(
      timeToResolve(record({ events: [event('resolve', '00:30', by)] })),
    ).toEqual(expect.objectContaining({ automatic: true, seconds: 1800 }));
  });

  it('is automatic when the last resolve is, although a person did an earlier one', () => {
    const events = [
      event('resolve', '00:10', person),
      event('reopen', '00:20', person),
      event('resolve', '00:30', { agent: { type: 'service' } }),
    ];
    expect(timeToResolve(record({ events }))).toEqual(
      expect.objectContaining({ automatic: true, seconds: 1200 }),
    );
  });

  it.each([
    {
      name: 'an open incident',
      status: 'acknowledged',
      events: [event('resolve', '00:10', person)],
      reason: 'not_yet_resolved',
    },
    {
      name: 'a log without the resolve',
      status: 'resolved',
      events: [event('acknowledge', '00:10', person)],
      reason: 'log_incomplete',
    },
    {
      name: 'a log that ends with a reopen',
      status: 'resolved',
      events: [
        event('resolve', '00:10', person),
        event('reopen', '00:20', person),
      ],
      reason: 'log_incomplete',
    },
    {
      name: 'a log that has only the trigger',
      status: 'resolved',
      events: [event('trigger', '00:00')],
      reason: 'log_incomplete',
    },
    {
      name: 'a resolve before the trigger',
      status: 'resolved',
      events: [
        event('resolve', '00:00', { ...person, at: '2026-03-01T00:00:00Z' }),
      ],
      reason: 'impossible_times',
    },
    {
      name: 'a time that is none',
      status: 'resolved',
      events: [event('resolve', '00:00', { ...person, at: '' })],
      reason: 'impossible_times',
    },
  ] as const)('has no time for $name', ({ status, events, reason }) => {
    expect(timeToResolve(record({ status, events: [...events] }))).toEqual({
      kind: 'none',
      reason,
    });
  });
});
