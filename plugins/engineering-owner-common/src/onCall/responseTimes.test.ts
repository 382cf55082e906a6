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
