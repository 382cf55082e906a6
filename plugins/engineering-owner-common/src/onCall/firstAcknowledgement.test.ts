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
  ])('$name', ({ events, expected }) => {
    expect(firstAcknowledgement(record({ events }))).toEqual(
      expect.objectContaining({ kind: 'acknowledged', seconds: expected }),
    );
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
