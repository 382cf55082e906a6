import { urgencyAtTrigger } from './incidentRecord';
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
