import { event, record } from './__fixtures__/incidentRecord';
import { interruptionsOf } from './interruptions';
import { IncidentEvent } from './model';

const march2 = {
  from: '2026-03-02T00:00:00Z',
  to: '2026-03-03T00:00:00Z',
};

/** Who is notified at `HH:MM` and how. */
const notify = (
  time: string,
  channel: string,
  responderIds: string[] = ['ada'],
  rest: Partial<IncidentEvent> = {},
) => event('notify', time, { channel, responderIds, ...rest });

const zones: Record<string, string> = {
  ada: 'Europe/London',
  alan: 'America/New_York',
  grace: 'Asia/Kolkata',
};

function interrupted(
  events: IncidentEvent[],
  rest: { urgency?: 'high' | 'low'; mergedInto?: string } = {},
) {
  const { interruptions, excluded } = interruptionsOf(
    [record({ events, ...rest })],
    { period: march2, timeZoneOf: id => zones[id] },
  );
  return {
    who: interruptions.map(
      each => `${each.at.slice(11, 16)} ${each.responderId}`,
    ),
    excluded,
  };
}

describe('interruptionsOf', () => {
  it.each<{
    name: string;
    events: IncidentEvent[];
    who: string[];
    excluded?: object;
  }>([
    {
      name: 'the first page of a burst counts, the others repeat it',
      events: [
        notify('00:00', 'push'),
        notify('00:01', 'sms'),
        notify('00:05', 'phone'),
        notify('00:10', 'phone'),
      ],
      who: ['00:00 ada'],
      excluded: { repeated: 3 },
    },
    {
      name: 'an e-mail interrupts nobody, the sms after it does',
      events: [notify('00:00', 'email'), notify('00:03', 'sms')],
      who: ['00:03 ada'],
      excluded: { quiet_channel: 1 },
    },
    {
      name: 'each person is interrupted',
      events: [
        notify('00:00', 'sms', ['ada', 'alan']),
        notify('00:02', 'sms', ['alan']),
      ],
      who: ['00:00 ada', '00:00 alan'],
      excluded: { repeated: 1 },
    },
    {
      name: 'again after the acknowledgement timed out',
      events: [
        notify('00:00', 'sms'),
        event('acknowledge', '00:02'),
        event('unacknowledge', '00:32'),
        notify('00:32', 'sms'),
        notify('00:37', 'phone'),
      ],
      who: ['00:00 ada', '00:32 ada'],
      excluded: { repeated: 1 },
    },
    {
      name: 'again when it comes back by escalation',
      events: [
        notify('00:00', 'sms'),
        event('escalate', '00:15', { responderIds: ['alan'] }),
        notify('00:15', 'sms', ['alan']),
        event('escalate', '00:30', { responderIds: ['ada'] }),
        notify('00:30', 'sms'),
      ],
      who: ['00:00 ada', '00:15 alan', '00:30 ada'],
    },
    {
      name: 'not again when it only went away to another',
      events: [
        notify('00:00', 'sms'),
        event('escalate', '00:15', { responderIds: ['alan'] }),
        notify('00:16', 'phone'),
      ],
      who: ['00:00 ada'],
      excluded: { repeated: 1 },
    },
    {
      name: 'again after an escalation that does not say to whom',
      events: [
        notify('00:00', 'sms'),
        event('escalate', '00:15'),
        notify('00:16', 'sms'),
      ],
      who: ['00:00 ada', '00:16 ada'],
    },
    {
      name: 'an escalation causes the page of its second, in whatever order they stand',
      events: [
        notify('00:30', 'sms'),
        event('escalate', '00:30', { responderIds: ['ada'] }),
        notify('00:00', 'sms'),
      ],
      who: ['00:00 ada', '00:30 ada'],
    },
    {
      name: 'not again when it is handed over by hand',
      events: [
        notify('00:00', 'sms'),
        event('assign', '00:10', { responderIds: ['alan'] }),
        event('delegate', '00:20', { responderIds: ['ada'] }),
        notify('00:20', 'sms'),
      ],
      who: ['00:00 ada'],
      excluded: { repeated: 1 },
    },
    {
      name: 'again when it is reopened, also where that is a further trigger',
      events: [
        event('trigger', '00:00'),
        notify('00:00', 'sms'),
        event('resolve', '01:00'),
        event('reopen', '02:00'),
        notify('02:00', 'sms'),
        event('resolve', '03:00'),
        event('trigger', '04:00'),
        notify('04:00', 'sms'),
      ],
      who: ['00:00 ada', '02:00 ada', '04:00 ada'],
    },
    {
      name: 'not again when a further alert joins it',
      events: [
        event('trigger', '00:00'),
        notify('00:00', 'sms'),
        event('trigger', '00:05'),
        notify('00:06', 'sms'),
      ],
      who: ['00:00 ada'],
      excluded: { repeated: 1 },
    },
    {
      name: 'not while it is of low urgency, but once it is raised',
      events: [
        event('trigger', '00:00', { urgency: 'low' }),
        notify('00:00', 'push'),
        event('urgency_change', '00:20', { urgency: 'high' }),
        notify('00:20', 'push'),
        event('urgency_change', '00:40', { urgency: 'low' }),
        notify('00:41', 'push', ['alan']),
      ],
      who: ['00:20 ada'],
      excluded: { low_urgency: 2 },
    },
    {
      name: 'what names nobody or has no time is left out and counted',
      events: [
        notify('00:00', 'sms', []),
        notify('00:00', 'sms', ['ada'], { at: 'soon' }),
      ],
      who: [],
      excluded: { nobody_named: 1, impossible_times: 1 },
    },
    {
      name: 'only in the period, but what was before it is remembered',
      events: [
        notify('00:00', 'sms', ['ada'], { at: '2026-03-01T23:58:00Z' }),
        notify('00:01', 'sms'),
        notify('00:00', 'sms', ['alan'], { at: '2026-03-03T00:00:00Z' }),
      ],
      who: [],
      excluded: { repeated: 1 },
    },
  ])('$name', ({ events, who, excluded = {} }) => {
    expect(interrupted(events)).toEqual({ who, excluded });
  });

  it('counts incidents that were merged, since the page woke somebody', () => {
    expect(
      interrupted([notify('03:00', 'phone')], { mergedInto: 'Q2' }).who,
    ).toEqual(['03:00 ada']);
  });

  it('tells the hour class by the clock of each person, and not without one', () => {
    const { interruptions } = interruptionsOf(
      [
        record({
          events: [notify('13:30', 'phone', ['ada', 'alan', 'grace', 'guest'])],
        }),
      ],
      { period: march2, timeZoneOf: id => zones[id] },
    );
    // 13:30 in London, 8:30 in New York, 19:00 in Kolkata.
    expect(
      interruptions.map(each => [each.responderId, each.hourClass]),
    ).toEqual([
      ['ada', 'business'],
      ['alan', 'business'],
      ['grace', 'off_hours'],
      ['guest', undefined],
    ]);
  });

  it('is by day and by night in one incident that goes on', () => {
    const { interruptions } = interruptionsOf(
      [
        record({
          events: [
            notify('21:55', 'sms'),
            event('escalate', '22:05', { responderIds: ['ada'] }),
            notify('22:05', 'sms'),
          ],
        }),
      ],
      { period: march2, timeZoneOf: id => zones[id] },
    );
    expect(interruptions.map(each => each.hourClass)).toEqual([
      'off_hours',
      'sleep',
    ]);
  });

  it('lists those of all incidents in the order of time', () => {
    const { interruptions } = interruptionsOf(
      [
        record({ id: 'Q2', events: [notify('05:00', 'sms')] }),
        record({ id: 'Q1', events: [notify('04:00', 'sms')] }),
      ],
      { period: march2, timeZoneOf: id => zones[id] },
    );
    expect(interruptions).toEqual([
      {
        incidentId: 'Q1',
        responderId: 'ada',
        at: '2026-03-02T04:00:00.000Z',
        channel: 'sms',
        hourClass: 'sleep',
      },
      expect.objectContaining({ incidentId: 'Q2' }),
    ]);
  });
});
