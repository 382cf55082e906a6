import { event, record } from './__fixtures__/incidentRecord';
import { defaultLoadLimits } from './loadLimits';
import { IncidentEvent } from './model';
import { noise } from './noise';

const ada = { agent: { type: 'user', id: 'UADA' } } as const;
const day = {
  period: { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' },
  limit: defaultLoadLimits.noise,
};
const resolvedItself = (...events: IncidentEvent[]) =>
  record({ events: [...events, event('resolve', '00:05')] });
const resolvedByAda = () =>
  record({ events: [event('resolve', '00:30', ada)] });

describe('noise', () => {
  it.each([
    {
      name: 'resolved itself and never acknowledged',
      incident: resolvedItself(),
      n: 1,
      of: 1,
    },
    {
      name: 'a timeout resolved it and nobody acknowledged it',
      incident: record({
        events: [event('resolve', '04:00', { ...ada, channel: 'timeout' })],
      }),
      n: 1,
      of: 1,
    },
    {
      name: 'acknowledged before it resolved itself is none',
      incident: resolvedItself(event('acknowledge', '00:02', ada)),
      n: 0,
      of: 1,
    },
    {
      name: 'acknowledged by a machine is none either',
      incident: resolvedItself(event('acknowledge', '00:02')),
      n: 0,
      of: 1,
    },
    {
      name: 'acknowledged by whoever opened it is none',
      incident: resolvedItself(
        event('trigger', '00:00', ada),
        event('acknowledge', '00:00', ada),
      ),
      n: 0,
      of: 1,
    },
    {
      name: 'resolved by a person who never acknowledged it is none',
      incident: resolvedByAda(),
      n: 0,
      of: 1,
    },
    {
      name: 'an open one is none so far',
      incident: record({ status: 'triggered' }),
      n: 0,
      of: 1,
    },
    {
      name: 'reopened after five days and resolved by a person is none',
      incident: resolvedItself(
        event('reopen', '00:00', { at: '2026-03-07T00:00:00Z' }),
        event('resolve', '00:00', { ...ada, at: '2026-03-07T00:30:00Z' }),
      ),
      n: 0,
      of: 1,
    },
    {
      name: 'low urgency counts like high',
      incident: record({ urgency: 'low', events: [event('resolve', '00:05')] }),
      n: 1,
      of: 1,
    },
    {
      name: 'a merged one is left out',
      incident: record({
        mergedInto: 'Q2',
        events: [event('resolve', '00:05')],
      }),
      n: 0,
      of: 0,
      excluded: { merged: 1 },
    },
    {
      name: 'a log that lost the end is left out',
      incident: record({ events: [event('trigger', '00:00')] }),
      n: 0,
      of: 0,
      excluded: { log_incomplete: 1 },
    },
    {
      name: 'times that cannot be are left out',
      incident: record({
        events: [event('resolve', '00:00', { at: '2026-03-01T00:00:00Z' })],
      }),
      n: 0,
      of: 0,
      excluded: { impossible_times: 1 },
    },
    {
      name: 'one of the day before belongs to another period',
      incident: record({
        createdAt: '2026-03-01T23:59:59Z',
        events: [event('resolve', '00:05')],
      }),
      n: 0,
      of: 0,
    },
  ])('$name', ({ incident, n, of, excluded = {} }) => {
    expect(noise([incident], day)).toEqual(
      expect.objectContaining({ n, of, excluded }),
    );
  });

  it.each([
    { itself: 0, byAda: 0, ratio: undefined, few: true, tone: 'unknown' },
    { itself: 1, byAda: 4, ratio: 0.2, few: true, tone: 'fine' },
    { itself: 3, byAda: 7, ratio: 0.3, few: false, tone: 'look_today' },
    { itself: 5, byAda: 5, ratio: 0.5, few: false, tone: 'act_now' },
  ])(
    'of $itself and $byAda is $ratio, $tone',
    ({ itself, byAda, ratio, few, tone }) => {
      const records = [
        ...Array.from({ length: itself }, () => resolvedItself()),
        ...Array.from({ length: byAda }, resolvedByAda),
      ];
      const figure = noise(records, day);
      expect(figure.ratio).toBe(ratio);
      expect(figure).toEqual(
        expect.objectContaining({
          fewIncidents: few,
          tone,
          period: day.period,
        }),
      );
    },
  );
});
