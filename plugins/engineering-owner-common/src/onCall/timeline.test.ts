import { event, record } from './__fixtures__/incidentRecord';
import { Incident, IncidentEvent } from './model';
import { incidentTimeline } from './timeline';

const ada = { type: 'user', id: 'ada', name: 'Ada' } as const;
const alan = { type: 'user', id: 'alan', name: 'Alan' } as const;
const service = { type: 'service', id: 'S1' };

/** Each step as `HH:MM kind`, to compare orders. */
function order(events: IncidentEvent[], incident: Partial<Incident> = {}) {
  return incidentTimeline(record({ events, ...incident })).steps.map(
    ({ at, kind }) => `${at.slice(11, 16)} ${kind}`,
  );
}

const steps = (events: IncidentEvent[], incident: Partial<Incident> = {}) =>
  incidentTimeline(record({ status: 'triggered', events, ...incident })).steps;

const trigger = event('trigger', '00:00');
const notify = (time: string, channel: string, ...responderIds: string[]) =>
  event('notify', time, { channel, responderIds });

describe('incidentTimeline', () => {
  it('tells a night from the trigger to the end, whatever the order of the log', () => {
    const log = [
      event('trigger', '00:00', { urgency: 'low' }),
      event('assign', '00:00', { responderIds: ['ada'] }),
      notify('00:00', 'push', 'ada'),
      event('urgency_change', '00:02', { urgency: 'high' }),
      event('priority_change', '00:03', { agent: ada, priority: 'P1' }),
      event('acknowledge', '00:04', { agent: ada, channel: 'mobile' }),
      event('snooze', '00:05', { agent: ada }),
      event('unacknowledge', '00:35', { channel: 'timeout' }),
      event('escalate', '00:50', {
        responderIds: ['alan'],
        channel: 'timeout',
      }),
      notify('00:50', 'phone', 'alan'),
      event('acknowledge', '00:52', { agent: alan }),
      event('assign', '01:00', { agent: alan, responderIds: ['ada'] }),
      event('delegate', '01:05', { agent: ada, responderIds: ['grace'] }),
      event('annotate', '01:10', { agent: ada }),
      event('resolve', '01:20', { agent: ada }),
      event('reopen', '02:00', { agent: alan }),
      event('resolve', '02:30'),
    ];
    expect(order([...log].reverse())).toEqual([
      '00:00 triggered',
      '00:00 assigned',
      '00:00 notified',
      '00:02 urgency_changed',
      '00:03 priority_changed',
      '00:04 acknowledged',
      '00:05 snoozed',
      '00:35 unacknowledged',
      '00:50 escalated',
      '00:50 notified',
      '00:52 acknowledged',
      '01:00 reassigned',
      '01:05 delegated',
      '01:10 noted',
      '01:20 resolved',
      '02:00 reopened',
      '02:30 resolved',
    ]);
  });

  it.each<{ name: string; entry: IncidentEvent; step: object }>([
    {
      name: 'an acknowledgement by whom and how, and whether it is the first',
      entry: event('acknowledge', '00:01', { agent: ada, channel: 'sms' }),
      step: { kind: 'acknowledged', by: ada, channel: 'sms', first: true },
    },
    {
      name: 'an acknowledgement by a machine is never the first',
      entry: event('acknowledge', '00:01'),
      step: { kind: 'acknowledged', by: service, first: false },
    },
    {
      name: 'an escalation by hand and to whom',
      entry: event('escalate', '00:01', { agent: ada, responderIds: ['alan'] }),
      step: { kind: 'escalated', by: ada, to: ['alan'], timeout: false },
    },
    {
      name: 'an escalation because nobody answered',
      entry: event('escalate', '00:01'),
      step: { kind: 'escalated', by: service, to: [], timeout: true },
    },
    {
      name: 'an acknowledgement given back',
      entry: event('unacknowledge', '00:01', { agent: ada }),
      step: { kind: 'unacknowledged', by: ada, timeout: false },
    },
    {
      name: 'a priority taken away',
      entry: event('priority_change', '00:01', { agent: ada, priority: null }),
      step: { kind: 'priority_changed', by: ada, priority: null },
    },
    {
      name: 'a change of urgency that does not say to what',
      entry: event('urgency_change', '00:01'),
      step: { kind: 'urgency_changed', by: service },
    },
    {
      name: 'a resolve by the monitoring',
      entry: event('resolve', '00:01'),
      step: { kind: 'resolved', by: service, automatic: true },
    },
    {
      name: 'a further trigger while it is open',
      entry: event('trigger', '00:01'),
      step: { kind: 'triggered_again', by: service },
    },
  ])('tells $name', ({ entry, step }) => {
    expect(steps([trigger, entry])[1]).toEqual({
      at: '2026-03-02T00:01:00.000Z',
      ...step,
    });
  });

  it('takes a further trigger after a resolve as a reopening', () => {
    expect(
      order([trigger, event('resolve', '00:10'), event('trigger', '05:00')], {
        status: 'triggered',
      }),
    ).toEqual(['00:00 triggered', '00:10 resolved', '05:00 reopened']);
  });

  it('makes one step of a burst and tells who was notified by what, how often', () => {
    const burst = [
      notify('00:01', 'push', 'ada'),
      notify('00:01', 'sms', 'ada', 'alan'),
      notify('00:06', 'phone', 'ada'),
      notify('00:08', 'phone', 'ada'),
    ];
    expect(steps([trigger, ...burst]).slice(1)).toEqual([
      {
        at: '2026-03-02T00:01:00.000Z',
        kind: 'notified',
        until: '2026-03-02T00:08:00.000Z',
        people: [
          { responderId: 'ada', channels: ['push', 'sms', 'phone'], n: 4 },
          { responderId: 'alan', channels: ['sms'], n: 1 },
        ],
      },
    ]);
  });

  it.each([
    {
      name: 'more than five minutes apart',
      entries: [notify('00:00', 'sms', 'ada'), notify('00:06', 'sms', 'ada')],
      are: ['00:00 notified', '00:06 notified'],
    },
    {
      name: 'around something else',
      entries: [
        notify('00:01', 'sms', 'ada'),
        event('escalate', '00:02'),
        notify('00:02', 'sms', 'alan'),
      ],
      are: ['00:01 notified', '00:02 escalated', '00:02 notified'],
    },
  ])('keeps notifications $name apart', ({ entries, are }) => {
    expect(
      order([trigger, ...entries], { status: 'triggered' }).slice(1),
    ).toEqual(are);
  });

  it('keeps what was sent to nobody named', () => {
    expect(steps([trigger, event('notify', '00:01')])[1]).toEqual(
      expect.objectContaining({ people: [{ channels: [], n: 1 }] }),
    );
  });

  it('takes beginning and end from the incident where the log lacks them', () => {
    expect(
      steps([event('acknowledge', '00:04', { agent: ada })], {
        status: 'resolved',
        resolvedAt: '2026-03-02T01:00:00+01:00',
      }),
    ).toEqual([
      { at: '2026-03-02T00:00:00.000Z', kind: 'triggered', fromIncident: true },
      { at: '2026-03-02T00:00:00.000Z', kind: 'resolved', fromIncident: true },
      expect.objectContaining({ kind: 'acknowledged' }),
    ]);
  });

  it('takes no end from an incident that is open, nor twice', () => {
    const resolvedAt = '2026-03-02T00:10:00Z';
    const open = { status: 'triggered', resolvedAt } as const;
    const over = { status: 'resolved', resolvedAt } as const;
    expect(order([trigger], open)).toEqual(['00:00 triggered']);
    expect(order([trigger, event('resolve', '00:10')], over)).toEqual([
      '00:00 triggered',
      '00:10 resolved',
    ]);
  });

  it('says into what it was merged at its last resolve', () => {
    const events = [trigger, event('resolve', '00:10', { agent: ada })];
    expect(steps(events, { status: 'resolved', mergedInto: 'Q2' })[1]).toEqual(
      expect.objectContaining({ kind: 'resolved', mergedInto: 'Q2' }),
    );
  });

  it('counts entries that are no step', () => {
    const { steps: shown, excluded } = incidentTimeline(
      record({
        status: 'triggered',
        events: [
          trigger,
          event('other', '00:01'),
          event('acknowledge', '00:00', { at: 'soon' }),
        ],
      }),
    );
    expect(shown).toHaveLength(1);
    expect(excluded).toEqual({ other_kind: 1, impossible_times: 1 });
  });

  it('puts overnight entries of different zones in the order of real time', () => {
    expect(
      steps(
        [
          event('resolve', '00:00', { at: '2026-03-02T19:30:00-05:00' }),
          event('acknowledge', '00:00', { at: '2026-03-03T05:35:00+05:30' }),
          event('trigger', '00:00', { at: '2026-03-02T23:58:00Z' }),
        ],
        { createdAt: '2026-03-02T23:58:00Z', status: 'resolved' },
      ).map(({ at, kind }) => [at, kind]),
    ).toEqual([
      ['2026-03-02T23:58:00.000Z', 'triggered'],
      ['2026-03-03T00:05:00.000Z', 'acknowledged'],
      ['2026-03-03T00:30:00.000Z', 'resolved'],
    ]);
  });
});
