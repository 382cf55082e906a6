import fc from 'fast-check';
import { event, record } from './__fixtures__/incidentRecord';
import { acknowledgementTimes, resolutionTimes } from './responseTimes';

const ada = { agent: { type: 'user', id: 'UADA' } } as const;
const monitoring = { agent: { type: 'service', id: 'S1' } } as const;
const target = { targetSeconds: 300 };

const acknowledgedAfter = (time: string) =>
  record({
    events: [event('acknowledge', time, ada), event('resolve', '10:00', ada)],
  });

describe('acknowledgementTimes', () => {
  it('measures incidents of high urgency and counts what it leaves out, by reason', () => {
    const cohort = [
      acknowledgedAfter('00:02'),
      acknowledgedAfter('00:04'),
      acknowledgedAfter('00:09'),
      record({ urgency: 'low', events: [event('acknowledge', '00:01', ada)] }),
      record({
        mergedInto: 'Q2',
        events: [event('acknowledge', '00:01', ada)],
      }),
      record({ events: [event('resolve', '00:30', monitoring)] }),
      record({ events: [event('resolve', '00:40', ada)] }),
      record({ status: 'triggered', events: [event('trigger', '00:00')] }),
      record({
        status: 'acknowledged',
        events: [event('acknowledge', '00:01', monitoring)],
      }),
      record({
        status: 'acknowledged',
        events: [
          event('trigger', '00:00', ada),
          event('acknowledge', '00:00', ada),
        ],
      }),
    ];

    expect(acknowledgementTimes(cohort, target)).toEqual({
      n: 3,
      figures: { medianSeconds: 240, p90Seconds: 540, meanSeconds: 300 },
      fewIncidents: true,
      excluded: {
        low_urgency: 1,
        merged: 1,
        never_acknowledged: 2,
        not_yet_acknowledged: 1,
        acknowledged_by_machine: 1,
        acknowledged_by_creator: 1,
      },
      targetSeconds: 300,
      withinTarget: { n: 2, of: 3 },
    });
  });

  it('judges urgency at the trigger, not now', () => {
    const loweredLater = record({
      urgency: 'low',
      events: [
        event('trigger', '00:00', { urgency: 'high' }),
        event('urgency_change', '00:20', { urgency: 'low' }),
        event('acknowledge', '00:05', ada),
      ],
    });
    const raisedLater = record({
      urgency: 'high',
      events: [
        event('trigger', '00:00', { urgency: 'low' }),
        event('acknowledge', '00:05', ada),
      ],
    });
    expect(acknowledgementTimes([loweredLater, raisedLater], target)).toEqual(
      expect.objectContaining({ n: 1, excluded: { low_urgency: 1 } }),
    );
  });

  it.each([
    { incidents: 9, few: true },
    { incidents: 10, few: false },
  ])('flags $incidents incidents as few: $few', ({ incidents, few }) => {
    const cohort = Array.from({ length: incidents }, () =>
      acknowledgedAfter('00:03'),
    );
    expect(acknowledgementTimes(cohort, target).fewIncidents).toBe(few);
  });

  it('has no figures when nothing could be measured', () => {
    const times = acknowledgementTimes([], target);
    expect(times.figures).toBeUndefined();
    expect(times).toEqual(
      expect.objectContaining({
        n: 0,
        fewIncidents: true,
        withinTarget: { n: 0, of: 0 },
      }),
    );
  });
});

/** Every case the rules name, once, with what each figure makes of it. */
const cases = [
  {
    name: 'merged',
    incident: record({
      mergedInto: 'Q2',
      events: [
        event('acknowledge', '00:01', ada),
        event('resolve', '00:02', ada),
      ],
    }),
    mtta: 'merged',
    mttr: 'merged',
  },
  {
    name: 'reopened after five days',
    incident: record({
      events: [
        event('acknowledge', '00:03', ada),
        event('resolve', '00:20', ada),
        event('reopen', '00:00', { at: '2026-03-07T00:20:00Z' }),
        event('acknowledge', '00:00', { ...ada, at: '2026-03-07T00:22:00Z' }),
        event('resolve', '00:00', { ...ada, at: '2026-03-07T00:35:00Z' }),
      ],
    }),
    mtta: 180,
    mttr: 2100,
  },
  {
    name: 'auto-resolved, never acknowledged',
    incident: record({ events: [event('resolve', '00:03', monitoring)] }),
    mtta: 'never_acknowledged',
    mttr: 'auto_resolved',
  },
  {
    name: 'auto-resolved, acknowledged before',
    incident: record({
      events: [
        event('acknowledge', '00:02', ada),
        event('resolve', '00:10', monitoring),
      ],
    }),
    mtta: 120,
    mttr: 'auto_resolved',
  },
  {
    name: 'never acknowledged, resolved by a person',
    incident: record({ events: [event('resolve', '00:30', ada)] }),
    mtta: 'never_acknowledged',
    mttr: 1800,
  },
  {
    name: 'acknowledged by API',
    incident: record({
      events: [
        event('acknowledge', '00:00', { ...ada, channel: 'api' }),
        event('resolve', '00:15', ada),
      ],
    }),
    mtta: 'acknowledged_by_machine',
    mttr: 900,
  },
  {
    name: 'acknowledged by a service',
    incident: record({
      events: [
        event('acknowledge', '00:00', monitoring),
        event('resolve', '00:15', ada),
      ],
    }),
    mtta: 'acknowledged_by_machine',
    mttr: 900,
  },
  {
    name: 'self-created',
    incident: record({
      events: [
        event('trigger', '00:00', ada),
        event('acknowledge', '00:00', ada),
        event('resolve', '00:25', ada),
      ],
    }),
    mtta: 'acknowledged_by_creator',
    mttr: 1500,
  },
  {
    name: 're-acknowledged after a timeout',
    incident: record({
      events: [
        event('acknowledge', '00:04', ada),
        event('unacknowledge', '00:34', monitoring),
        event('acknowledge', '00:36', ada),
        event('resolve', '01:00', ada),
      ],
    }),
    mtta: 240,
    mttr: 3600,
  },
  {
    name: 'overnight',
    incident: record({
      createdAt: '2026-03-02T23:55:00Z',
      events: [
        event('acknowledge', '00:00', { ...ada, at: '2026-03-03T00:05:00Z' }),
        event('resolve', '00:00', { ...ada, at: '2026-03-03T00:55:00Z' }),
      ],
    }),
    mtta: 600,
    mttr: 3600,
  },
  {
    name: 'cross-zone',
    incident: record({
      createdAt: '2026-03-03T05:25:00+05:30',
      events: [
        event('acknowledge', '00:00', {
          ...ada,
          at: '2026-03-02T18:58:00-05:00',
        }),
        event('resolve', '00:00', { ...ada, at: '2026-03-03T01:25:00+01:00' }),
      ],
    }),
    mtta: 180,
    mttr: 1800,
  },
];

describe.each(cases)(
  'an incident that is $name',
  ({ incident, mtta, mttr }) => {
    it.each([
      { figure: 'MTTA', of: acknowledgementTimes, is: mtta },
      { figure: 'MTTR', of: resolutionTimes, is: mttr },
    ])('counts for $figure as $is', ({ of, is }) => {
      const { n, figures, excluded } = of([incident], target);
      expect(n === 1 ? figures?.medianSeconds : Object.keys(excluded)).toEqual(
        n === 1 ? is : [is],
      );
    });
  },
);

describe('all of these together', () => {
  const cohort = cases.map(({ incident }) => incident);

  it('have these times to acknowledge', () => {
    // 120, 180, 180, 240 and 600 s.
    expect(acknowledgementTimes(cohort, target)).toEqual(
      expect.objectContaining({
        n: 5,
        figures: { medianSeconds: 180, p90Seconds: 600, meanSeconds: 264 },
        excluded: {
          merged: 1,
          never_acknowledged: 2,
          acknowledged_by_machine: 2,
          acknowledged_by_creator: 1,
        },
        withinTarget: { n: 4, of: 5 },
      }),
    );
  });

  it('have these times to resolve', () => {
    // 900, 900, 1500, 1800, 1800, 2100, 3600 and 3600 s.
    expect(resolutionTimes(cohort, { targetSeconds: 1800 })).toEqual(
      expect.objectContaining({
        n: 8,
        figures: { medianSeconds: 1800, p90Seconds: 3600, meanSeconds: 2025 },
        excluded: { merged: 1, auto_resolved: 2 },
        withinTarget: { n: 5, of: 8 },
        autoResolved: {
          n: 2,
          figures: { medianSeconds: 390, p90Seconds: 600, meanSeconds: 390 },
        },
      }),
    );
  });
});

describe('resolutionTimes', () => {
  it('reports what ended without a person apart and leaves merged ones out', () => {
    const cohort = [
      record({ events: [event('resolve', '00:20', ada)] }),
      record({ events: [event('resolve', '00:40', ada)] }),
      record({
        urgency: 'low',
        events: [event('resolve', '04:00', ada)],
      }),
      record({ events: [event('resolve', '00:03', monitoring)] }),
      record({ events: [event('resolve', '00:05', monitoring)] }),
      record({ mergedInto: 'Q2', events: [event('resolve', '00:01', ada)] }),
      record({ status: 'acknowledged' }),
      record({ events: [event('trigger', '00:00')] }),
    ];

    expect(resolutionTimes(cohort, { targetSeconds: 1800 })).toEqual({
      n: 3,
      figures: {
        medianSeconds: 2400,
        p90Seconds: 14400,
        meanSeconds: 6000,
      },
      fewIncidents: true,
      excluded: {
        auto_resolved: 2,
        merged: 1,
        not_yet_resolved: 1,
        log_incomplete: 1,
      },
      targetSeconds: 1800,
      // The target is for high urgency: the one of four hours was low.
      withinTarget: { n: 1, of: 2 },
      autoResolved: {
        n: 2,
        figures: { medianSeconds: 240, p90Seconds: 300, meanSeconds: 240 },
      },
    });
  });

  it('never answers NaN, whatever the log says', () => {
    const times = fc.constantFrom(
      '',
      'yesterday',
      '2026-03-01T00:00:00Z',
      '2026-03-02T01:00:00+05:30',
      '9999-12-31T23:59:59Z',
    );
    const kinds = fc.constantFrom(
      'trigger',
      'acknowledge',
      'unacknowledge',
      'resolve',
      'reopen',
      'urgency_change',
    );
    const events = fc.array(
      fc.tuple(kinds, times, fc.constantFrom('user', 'service')),
    );
    const statuses = fc.constantFrom('triggered', 'acknowledged', 'resolved');
    const incidents = fc.array(fc.tuple(times, statuses, events));
    fc.assert(
      fc.property(incidents, generated => {
        const cohort = generated.map(([createdAt, status, log]) =>
          record({
            createdAt,
            status,
            events: log.map(([kind, at, type]) =>
              event(kind, '00:00', { at, agent: { type, id: 'U1' } }),
            ),
          }),
        );
        for (const result of [
          acknowledgementTimes(cohort, target),
          resolutionTimes(cohort, target),
        ]) {
          const left = Object.values(result.excluded).reduce(
            (sum, n) => sum + n,
            0,
          );
          expect(result.n + left).toBe(cohort.length);
          for (const seconds of Object.values(result.figures ?? {})) {
            expect(Number.isFinite(seconds) && seconds >= 0).toBe(true);
          }
        }
      }),
    );
  });
});
