import { IncidentEvent } from '../onCall/model';
import { webhookSilence } from './webhookSilence';

const at = (time: string) => `2026-03-18T${time}:00.000Z`;
const found = (time: string, kind: IncidentEvent['kind'] = 'trigger') => ({
  at: at(time),
  kind,
});

describe('webhookSilence', () => {
  it.each<
    [
      name: string,
      lastReceived: string | undefined,
      events: ReturnType<typeof found>[],
      silentSince: string | undefined,
    ]
  >([
    ['nothing happened', undefined, [], undefined],
    ['nothing happened since', '10:00', [found('09:59')], undefined],
    ['a change was told of', '10:01', [found('10:01')], undefined],
    ['a change may still be told of', '10:00', [found('11:56')], undefined],
    ['a change was not told of', '10:00', [found('11:54')], '11:54'],
    ['none has ever come', undefined, [found('11:00')], '11:00'],
    ['it was before the set-up', undefined, [found('08:00')], undefined],
    ['clocks are apart', '10:00', [found('10:01')], undefined],
    [
      'several were not told of, in any order',
      '10:00',
      [found('11:30'), found('10:30', 'resolve'), found('11:50')],
      '10:30',
    ],
    [
      'nobody tells of notifications',
      '10:00',
      [found('11:00', 'notify')],
      undefined,
    ],
    [
      'notes may not be subscribed to',
      '10:00',
      [found('11:00', 'annotate')],
      undefined,
    ],
    ['the change is of a time to come', '10:00', [found('13:00')], undefined],
    ['its time is malformed', '10:00', [found('soon')], undefined],
  ])('%s', (_, lastReceived, events, silentSince) => {
    expect(
      webhookSilence({
        setUpAt: new Date(at('09:00')),
        ...(lastReceived && { lastReceivedAt: at(lastReceived) }),
        events,
        now: new Date(at('12:00')),
      }),
    ).toBe(silentSince && at(silentSince));
  });
});
