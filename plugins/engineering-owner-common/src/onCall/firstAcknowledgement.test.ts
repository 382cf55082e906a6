import { firstAcknowledgement } from './firstAcknowledgement';
import { event, record } from './__fixtures__/incidentRecord';

const byUser = { type: 'user', id: 'UADA', name: 'Ada' } as const;
const bySecondUser = { type: 'user', id: 'UALAN', name: 'Alan' } as const;
const byService = { type: 'service', id: 'SAPI' } as const;

describe('firstAcknowledgement', () => {
  it.each([
    {
      name: 'an explicit acknowledgement by a person counts',
      events: [event('acknowledge', '00:03', { agent: byUser })],
      expected: 180,
    },
    {
      name: 'the first of several counts, whatever the order of the log',
      events: [
        event('acknowledge', '00:20', { agent: bySecondUser }),
        event('acknowledge', '00:04', { agent: byUser }),
      ],
      expected: 240,
    },
    {
      name: 'it stays when it times out and is repeated',
      events: [
        event('acknowledge', '00:02', { agent: byUser }),
        event('unacknowledge', '00:32', { agent: byService }),
        event('acknowledge', '00:40', { agent: byUser }),
      ],
      expected: 120,
    },
    {
      name: 'a person after a machine is the first person',
      events: [
        event('acknowledge', '00:01', { agent: byService }),
        event('acknowledge', '00:06', { agent: byUser }),
      ],
      expected: 360,
    },
    {
      name: 'somebody else than the creator counts',
      events: [
        event('trigger', '00:00', { agent: bySecondUser }),
        event('acknowledge', '00:01', { agent: byUser }),
      ],
      expected: 60,
    },
    {
      name: 'in the same second it took no time',
      events: [event('acknowledge', '00:00', { agent: byUser })],
      expected: 0,
    },
    {
      name: 'it stays when the incident is reopened after five days and acknowledged again',
      events: [
        event('acknowledge', '00:03', { agent: byUser }),
        event('resolve', '00:20', { agent: byUser }),
        event('reopen', '00:00', { at: '2026-03-07T00:20:00Z' }),
        event('acknowledge', '00:00', {
          agent: bySecondUser,
          at: '2026-03-07T00:21:00Z',
        }),
      ],
      expected: 180,
    },
    {
      name: 'ten minutes, five days of rest and four minutes are fourteen minutes',
      events: [
        event('resolve', '00:10', { agent: byService }),
        event('trigger', '00:00', { at: '2026-03-07T00:10:00Z' }),
        event('acknowledge', '00:00', {
          agent: byUser,
          at: '2026-03-07T00:14:00Z',
        }),
      ],
      expected: 840,
    },
    {
      name: 'the rest of one that was over in the second of its trigger does not count',
      events: [
        event('resolve', '00:00', { agent: byService }),
        event('trigger', '00:00'),
        event('trigger', '02:00'),
        event('acknowledge', '02:05', { agent: byUser }),
      ],
      expected: 300,
    },
    {
      name: 'a person who acknowledges through the API and then by hand counts by hand',
      events: [
        event('acknowledge', '00:01', { agent: byUser, channel: 'api' }),
        event('acknowledge', '00:07', { agent: byUser, channel: 'mobile' }),
      ],
      expected: 420,
    },
    {
      name: 'an entry whose time cannot be read does not hide the one after it',
      events: [
        event('acknowledge', '00:00', { agent: byUser, at: 'soon' }),
        event('acknowledge', '00:05', { agent: byUser }),
      ],
      expected: 300,
    },
  ])('$name', ({ events, expected }) => {
    expect(firstAcknowledgement(record({ events }))).toEqual(
      expect.objectContaining({ kind: 'acknowledged', seconds: expected }),
    );
  });

  it.each([
    {
      name: 'over midnight',
      createdAt: '2026-03-02T23:58:00Z',
      at: '2026-03-03T00:03:30Z',
      expected: 330,
    },
    {
      name: 'between a trigger in Kolkata and an acknowledgement in New York',
      createdAt: '2026-03-03T05:25:00+05:30',
      at: '2026-03-02T19:01:00-05:00',
      expected: 360,
    },
    {
      name: 'over the hour that Berlin leaves out in spring',
      createdAt: '2026-03-29T01:58:00+01:00',
      at: '2026-03-29T03:02:00+02:00',
      expected: 240,
    },
    {
      name: 'over the hour that Berlin has twice in autumn',
      createdAt: '2026-10-25T02:58:00+02:00',
      at: '2026-10-25T02:02:00+01:00',
      expected: 240,
    },
  ])('takes real time $name', ({ createdAt, at, expected }) => {
    expect(
      firstAcknowledgement(
        record({
          createdAt,
          events: [event('acknowledge', '00:00', { agent: byUser, at })],
        }),
      ),
    ).toEqual(expect.objectContaining({ seconds: expected }));
  });

  it.each([
    {
      name: 'nobody has yet',
      status: 'triggered',
      events: [],
      reason: 'not_yet_acknowledged',
    },
    {
      name: 'assigning, escalating and resolving are no acknowledgement',
      status: 'resolved',
      events: [
        event('assign', '00:01', { agent: byUser }),
        event('escalate', '00:05', { agent: byUser }),
        event('resolve', '00:09', { agent: byUser }),
      ],
      reason: 'never_acknowledged',
    },
    {
      name: 'a service acknowledged it',
      status: 'acknowledged',
      events: [event('acknowledge', '00:01', { agent: byService })],
      reason: 'acknowledged_by_machine',
    },
    {
      name: 'a script acknowledged it through the API in the name of a person',
      status: 'acknowledged',
      events: [
        event('acknowledge', '00:01', { agent: byUser, channel: 'api' }),
      ],
      reason: 'acknowledged_by_machine',
    },
    {
      name: 'a service acknowledged it and the monitoring resolved it',
      status: 'resolved',
      events: [
        event('acknowledge', '00:01', { agent: byService }),
        event('resolve', '00:05', { agent: byService }),
      ],
      reason: 'acknowledged_by_machine',
    },
    {
      name: 'it resolved itself before anybody looked',
      status: 'resolved',
      events: [event('resolve', '00:02', { agent: byService })],
      reason: 'never_acknowledged',
    },
    {
      name: 'it was reopened and waits again',
      status: 'triggered',
      events: [
        event('resolve', '00:02', { agent: byService }),
        event('reopen', '00:30', { agent: byService }),
      ],
      reason: 'not_yet_acknowledged',
    },
    {
      name: 'its creator acknowledged it, whoever did so later',
      status: 'acknowledged',
      events: [
        event('trigger', '00:00', { agent: byUser }),
        event('acknowledge', '00:00', { agent: byUser }),
        event('acknowledge', '00:09', { agent: bySecondUser }),
      ],
      reason: 'acknowledged_by_creator',
    },
    {
      name: 'its creator acknowledged it',
      status: 'acknowledged',
      events: [
        event('trigger', '00:00', { agent: byUser }),
        event('acknowledge', '00:00', { agent: byUser }),
      ],
      reason: 'acknowledged_by_creator',
    },
    {
      name: 'the log lacks the acknowledgement the incident has',
      status: 'acknowledged',
      events: [event('trigger', '00:00', { agent: byService })],
      reason: 'log_incomplete',
    },
    {
      name: 'the log lacks the end and perhaps more',
      status: 'resolved',
      events: [event('trigger', '00:00', { agent: byService })],
      reason: 'log_incomplete',
    },
    {
      name: 'a clock says that it was acknowledged before it began',
      status: 'acknowledged',
      events: [
        event('acknowledge', '00:00', {
          agent: byUser,
          at: '2026-03-01T23:59:59Z',
        }),
      ],
      reason: 'impossible_times',
    },
    {
      name: 'a time that is none',
      status: 'acknowledged',
      events: [event('acknowledge', '00:00', { agent: byUser, at: 'soon' })],
      reason: 'impossible_times',
    },
  ] as const)('leaves out: $name', ({ status, events, reason }) => {
    expect(
      firstAcknowledgement(record({ status, events: [...events] })),
    ).toEqual({ kind: 'none', reason });
  });
});
