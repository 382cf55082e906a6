import { inOrderOfTime, urgencyAtTrigger } from './incidentRecord';
import { event, record } from './__fixtures__/incidentRecord';

describe('urgencyAtTrigger', () => {
  it.each([
    {
      name: 'what the trigger says, whatever came later',
      now: 'low',
      events: [
        event('urgency_change', '00:10', { urgency: 'low' }),
        event('trigger', '00:00', { urgency: 'high' }),
      ],
      expected: 'high',
    },
    {
      name: 'the opposite of its first change',
      now: 'low',
      events: [
        event('urgency_change', '00:20', { urgency: 'low' }),
        event('urgency_change', '00:10', { urgency: 'high' }),
        event('trigger', '00:00'),
      ],
      expected: 'low',
    },
    {
      name: 'the urgency now when it never changed',
      now: 'low',
      events: [event('trigger', '00:00')],
      expected: 'low',
    },
    {
      name: 'the other one when it changed once, to what is not said',
      now: 'high',
      events: [event('urgency_change', '00:10')],
      expected: 'low',
    },
    {
      name: 'the same when it changed there and back',
      now: 'high',
      events: [
        event('urgency_change', '00:10'),
        event('urgency_change', '00:20'),
      ],
      expected: 'high',
    },
    {
      name: 'found from the first change that says to what',
      now: 'low',
      events: [
        event('urgency_change', '00:10'),
        event('urgency_change', '00:20', { urgency: 'high' }),
        event('urgency_change', '00:30', { urgency: 'low' }),
      ],
      expected: 'high',
    },
  ] as const)('is $name', ({ now, events, expected }) => {
    expect(
      urgencyAtTrigger(record({ urgency: now, events: [...events] })),
    ).toBe(expected);
  });
});

describe('inOrderOfTime', () => {
  it('puts entries without a time last, wherever they stood', () => {
    const events = [
      event('resolve', '00:20', { id: 'third' }),
      event('acknowledge', '00:00', { id: 'never', at: 'soon' }),
      event('acknowledge', '00:10', { id: 'second' }),
      event('trigger', '00:00', { id: 'first' }),
    ];
    expect(inOrderOfTime(events).map(({ id }) => id)).toEqual([
      'first',
      'second',
      'third',
      'never',
    ]);
  });

  it('keeps the order of entries at the same second, whatever their zone', () => {
    const events = [
      event('assign', '00:00', { id: 'a', at: '2026-03-02T01:00:00+01:00' }),
      event('notify', '00:00', { id: 'b' }),
      event('trigger', '00:00', { id: 'c', at: '2026-03-01T23:59:59Z' }),
    ];
    expect(inOrderOfTime(events).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
