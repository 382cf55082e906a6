import fc from 'fast-check';
import { event, record } from './__fixtures__/incidentRecord';
import { shift } from './__fixtures__/onCallShift';
import { handoverSummary } from './handover';
import { interruptionsOf } from './interruptions';
import { personLoads, teamLoad } from './load';
import { IncidentEvent } from './model';
import { policyCoverage } from './policyCoverage';
import {
  acknowledgementDistribution,
  resolutionDistribution,
} from './responseTimeDistribution';
import { acknowledgementTimes, resolutionTimes } from './responseTimes';
import { responseTimeTrend } from './responseTimeTrend';
import { incidentTimeline } from './timeline';

/** Times of a month with all zones' peculiarities, and some that are none. */
const time = fc.oneof(
  { weight: 4, arbitrary: minuteOfMarch() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'soon',
      '2026-02-30T00:00:00Z',
      '2026-03-29T02:30:00+01:00',
      '2026-03-02T01:00:00+05:30',
      '0000-01-01T00:00:00Z',
      '-271821-04-20T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '9999-12-31T23:59:59Z',
    ),
  },
);
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
  'Europe/Atlantis',
  '',
);
const person = fc.constantFrom('ada', 'alan', 'grace');
const period = fc.record({ from: time, to: time });

const kinds: IncidentEvent['kind'][] = [
  'trigger',
  'acknowledge',
  'unacknowledge',
  'escalate',
  'assign',
  'delegate',
  'notify',
  'notify',
  'notify',
  'snooze',
  'urgency_change',
  'priority_change',
  'annotate',
  'resolve',
  'reopen',
  'other',
];
const channel = fc.constantFrom('sms', 'phone', 'push', 'email', 'api', '');
const log = fc.array(
  fc
    .tuple(
      fc.constantFrom(...kinds),
      time,
      channel,
      fc.constantFrom('user', 'service'),
      fc.array(person, { maxLength: 2 }),
    )
    .map(([kind, at, by, type, responderIds]) =>
      event(kind, '00:00', {
        at,
        channel: by,
        agent: { type, id: responderIds[0] },
        responderIds,
      }),
    ),
  { maxLength: 12 },
);
const incident = fc
  .record({
    createdAt: time,
    resolvedAt: fc.option(time, { nil: undefined }),
    status: fc.constantFrom('triggered', 'acknowledged', 'resolved'),
    urgency: fc.constantFrom('high', 'low'),
    mergedInto: fc.option(fc.constant('Q2'), { nil: undefined }),
    events: log,
  })
  .map(record);
const incidents = fc.array(incident, { maxLength: 6 });

const shifts = fc.array(
  fc
    .record({
      responderId: person,
      start: fc.option(time),
      end: fc.option(time),
      level: fc.integer({ min: 1, max: 2 }),
      policyId: fc.constantFrom('P1', 'P2'),
      reconstructed: fc.boolean(),
    })
    .map(({ responderId, ...rest }) => shift(responderId, null, null, rest)),
  { maxLength: 10 },
);

const load = fc
  .record({
    period,
    records: incidents,
    shifts,
    shiftsKnownFrom: fc.option(time, { nil: undefined }),
    incidentsKnownFrom: fc.option(time, { nil: undefined }),
    incidentsKnownUntil: fc.option(time, { nil: undefined }),
    zone,
  })
  .map(({ zone: timeZone, ...rest }) => ({
    ...rest,
    policyIds: ['P1'],
    timeZoneOf: (id: string) => (id === 'grace' ? undefined : timeZone),
  }));

describe('for any input', () => {
  it('figures of load are finite, not negative, and shares lie between 0 and 1', () => {
    fc.assert(
      fc.property(load, request => {
        expect(oddFigures(teamLoad(request))).toEqual([]);
        expect(oddFigures(personLoads(request))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a team is its persons together', () => {
    fc.assert(
      fc.property(load, request => {
        const team = teamLoad(request);
        const persons = personLoads(request);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(team.onCallShare.n).toBe(persons.length);
        expect(team.pagesPerShift.n).toBe(
          sum(persons.map(each => each.pagesPerShift.n)),
        );
        expect(team.sleepPages.n).toBe(
          sum(persons.map(each => each.sleepPages.n)),
        );
        expect(team.backToBack.of).toBe(
          sum(persons.map(each => each.backToBack.of)),
        );
        expect(team.interruptions.n).toBe(
          sum(Object.values(team.interruptions.byHourClass)),
        );
      }),
    );
  });

  it('every named notification in the period is an interruption or left out for a reason', () => {
    fc.assert(
      fc.property(incidents, records => {
        const all = {
          from: '-271821-04-20T00:00:00Z',
          to: '+275760-09-13T00:00:00Z',
        };
        const { interruptions, excluded } = interruptionsOf(records, {
          period: all,
          timeZoneOf: () => 'UTC',
        });
        const most = records
          .flatMap(({ events }) => events)
          .filter(({ kind }) => kind === 'notify')
          .map(({ responderIds }) => Math.max(1, responderIds?.length ?? 0))
          .reduce((sum, n) => sum + n, 0);
        const left = Object.values(excluded).reduce((sum, n) => sum + n, 0);
        expect(interruptions.length + left).toBeLessThanOrEqual(most);
        expect(oddFigures(interruptions)).toEqual([]);
      }),
    );
  });

  it('coverage is finite, and gaps are in order and within what was read', () => {
    const dates = fc
      .tuple(time, time)
      .map(([a, b]) => [new Date(a), new Date(b)]);
    fc.assert(
      fc.property(shifts, dates, (all, [now, readUntil]) => {
        const policy = {
          id: 'P1',
          levels: [1, 2].map(level => ({
            level,
            delayMinutes: 5,
            targets: [],
          })),
        };
        const coverage = policyCoverage({
          policy,
          shifts: all,
          now,
          readUntil,
        });
        expect(oddFigures(coverage)).toEqual([]);
        for (const { gaps, coveredRatio } of coverage.levels) {
          const edges = gaps.flatMap(({ from, to }) => [
            Date.parse(from),
            Date.parse(to),
          ]);
          expect(edges).toEqual([...edges].sort((a, b) => a - b));
          expect(coveredRatio === 1).toBe(
            gaps.length === 0 && coveredRatio !== undefined,
          );
        }
      }),
    );
  });

  it('a timeline is in order and loses no entry', () => {
    fc.assert(
      fc.property(incident, each => {
        const { steps, excluded } = incidentTimeline(each);
        expect(oddFigures(steps)).toEqual([]);
        const times = steps.map(({ at }) => Date.parse(at));
        expect(times).toEqual([...times].sort((a, b) => a - b));
        const { impossible_times: untimed = 0, other_kind: others = 0 } =
          excluded;
        const told = steps
          .filter(step => !('fromIncident' in step))
          .map(step =>
            // Two people of one notification are told apart.
            step.kind === 'notified' ? 0 : 1,
          )
          .reduce((sum: number, n) => sum + n, 0);
        const notified = each.events.filter(
          ({ kind, at }) => kind === 'notify' && !Number.isNaN(Date.parse(at)),
        ).length;
        expect(told + notified + untimed + others).toBe(each.events.length);
      }),
    );
  });

  it('every incident of a trend is in one week by each of its times, or left out', () => {
    const targets = { mttaSeconds: 300, mttrSeconds: 1800 };
    fc.assert(
      fc.property(incidents, period, zone, (cohort, of, timeZone) => {
        const trend = responseTimeTrend(cohort, {
          period: of,
          timeZone,
          targets,
        });
        expect(oddFigures(trend)).toEqual([]);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        const countOf = (times: 'mtta' | 'mttr') =>
          sum(
            trend.weeks.map(
              week => week[times].n + sum(Object.values(week[times].excluded)),
            ),
          );
        const placed = cohort.length - sum(Object.values(trend.excluded));
        expect(countOf('mtta')).toBeLessThanOrEqual(placed);
        expect(countOf('mttr')).toBeLessThanOrEqual(placed);
        expect(countOf('mtta') + countOf('mttr')).toBeGreaterThanOrEqual(
          placed,
        );
        for (const [index, week] of trend.weeks.entries()) {
          expect(Date.parse(week.to)).toBeGreaterThan(Date.parse(week.from));
          expect(trend.weeks[index + 1]?.from ?? week.to).toBe(week.to);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the buckets hold what the figures measure, up to the target what met it', () => {
    const target = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(incidents, target, (cohort, targetSeconds) => {
        for (const [distribution, times] of [
          [acknowledgementDistribution, acknowledgementTimes],
          [resolutionDistribution, resolutionTimes],
        ] as const) {
          const spread = distribution(cohort, { targetSeconds });
          const figures = times(cohort, { targetSeconds });
          expect(oddFigures(spread)).toEqual([]);
          const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
          const met = spread.buckets.filter(
            ({ toSeconds }) => toSeconds !== null && toSeconds <= targetSeconds,
          );
          expect(spread.excluded).toEqual(figures.excluded);
          expect(sum(spread.buckets.map(({ n }) => n))).toBe(figures.n);
          expect({
            n: sum(met.map(({ targeted }) => targeted)),
            of: sum(spread.buckets.map(({ targeted }) => targeted)),
          }).toEqual(figures.withinTarget);
        }
      }),
    );
  });

  it('a hand-over has no more headings and lines than it has parts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n# x', '\r- y', '![z](https://evil.example)', '```'),
    );
    const number = fc.option(fc.double(), { nil: undefined });
    fc.assert(
      fc.property(
        text,
        period,
        zone,
        number,
        (written, of, timeZone, ratio) => {
          const summary = handoverSummary({
            title: written,
            period: of,
            timeZone,
            alerts: [
              {
                name: written,
                summary: written,
                state: 'firing',
                since: written,
              },
            ],
            budgets: [
              { slo: written, spentRatio: ratio, remainingRatio: ratio },
            ],
            openItems: [{ text: written, owner: written, url: written }],
          });
          const lines = summary.split(/[\n\r\u2028\u2029]+/).filter(Boolean);
          expect(lines).toHaveLength(12);
          expect(lines.filter(line => line.startsWith('#'))).toHaveLength(6);
          expect(summary.replaceAll(written, '')).not.toMatch(
            /NaN|Infinity|Invalid/,
          );
        },
      ),
    );
  });
});

/** Numbers that are none or below zero, and ratios above 1, each by its name. */
function oddFigures(value: unknown, name = ''): string[] {
  if (typeof value === 'number') {
    const most = /ratio$/i.test(name) ? 1 : Number.MAX_VALUE;
    return value >= 0 && value <= most ? [] : [`${name} is ${value}`];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) =>
        oddFigures(each, Array.isArray(value) ? name : key),
      )
    : [];
}

function minuteOfMarch() {
  const first = Date.UTC(2026, 2, 1);
  return fc
    .integer({ min: 0, max: 31 * 24 * 60 })
    .map(minute => new Date(first + minute * 60_000).toISOString());
}
