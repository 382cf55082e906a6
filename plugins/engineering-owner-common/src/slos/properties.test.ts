import fc from 'fast-check';
import { alertPairs } from './alertPairs';
import { assessSlo } from './assessSlo';
import { budgetExhaustion } from './budgetExhaustion';
import { burnDown } from './burnDown';
import { calendarWindow } from './calendarWindow';
import { slosResponseSchema } from '../contract';
import { incidentShare } from './incidentShare';
import { LedgerHour } from './ledgerHour';
import {
  burnWindows,
  lastPeriodKey,
  SloDefinition,
  SloIndicator,
  SloWindow,
  windowKey,
} from './model';
import { periodExhaustion } from './periodExhaustion';
import { isMeasured, StoredReading } from './reading';
import { assessReading } from './readingState';
import { refineBurnDown } from './refineBurnDown';
import { sloNow } from './sloNow';
import { sloVerdict } from './sloVerdict';
import { AlertPairState, AlertPairStatus } from './status';
import { whatIf } from './whatIf';
import { planWindow } from './windowPlan';
import { windowStretch } from './windowStretch';
import { PartReading, sumWindow } from './windowSum';

const now = new Date('2026-11-24T12:00:40Z');
const at = '2026-11-24T12:00:00.000Z';
const month = calendarWindow({
  duration: '1M',
  startTime: '2026-01-31 00:00:00',
  timeZone: 'Asia/Kolkata',
});
const thirtyDays: SloWindow = {
  type: 'rolling',
  duration: '30d',
  seconds: 30 * 86400,
};

function definition(
  objective: number,
  window: SloWindow,
  indicator: SloIndicator = { kind: 'ratio', total: 'requests', bad: 'errors' },
): SloDefinition {
  return {
    entityRef: 'component:default/checkout',
    name: 'availability',
    title: 'Availability',
    objective,
    window,
    indicator,
    definedBy: { type: 'template', name: 'availability', place: 'here' },
    source: { type: 'prometheus', name: 'default' },
  };
}

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, -1, 1e308, 5e-324),
);
const anyWindow = fc.oneof(
  fc.constant<SloWindow>(month),
  fc.constant(thirtyDays),
  fc.integer({ min: 1, max: 9600 }).map(
    (hours): SloWindow => ({
      type: 'rolling',
      duration: `${hours}h`,
      seconds: hours * 3600,
    }),
  ),
  fc.constantFrom('1d', '1w', '1Q', '1Y').map(duration =>
    calendarWindow({
      duration,
      startTime: '2024-02-29 23:59:59',
      timeZone: 'Europe/Berlin',
    }),
  ),
);
const anyInstant = fc
  .date({
    min: new Date('2020-01-01'),
    max: new Date('2030-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());
const anyTime = fc.oneof(anyInstant, fc.constantFrom(at, 'yesterday', ''));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const anyStored = fc.record(
  {
    at: anyTime,
    counts: fc.record({ bad: anyNumber, total: anyNumber }),
    coverage: anyNumber,
    incomplete: fc.boolean(),
    firstSeenAt: fc.constantFrom(at, '2026-11-01T00:00:00.000Z'),
    lastSeenAt: fc.constantFrom(at, '2026-11-01T00:00:00.000Z'),
    lastError: fc.string(),
    invalid: fc.constant({
      code: 'sli_label_missing',
      severity: 'error' as const,
      message: 'label "status" does not exist',
    }),
  },
  { requiredKeys: ['coverage', 'incomplete'] },
);
const anyHour = fc
  .record({
    start: fc.integer({ min: -20_000, max: 10 }),
    length: fc.constantFrom(0, 1, 0.5),
    counts: fc.option(fc.record({ bad: anyNumber, total: anyNumber })),
  })
  .map(({ start, length, counts }): LedgerHour => {
    const from = now.getTime() + start * 3_600_000;
    return {
      from: new Date(from),
      to: new Date(from + length * 3_600_000),
      counts,
    };
  });

const anyIndicator = fc.constantFrom<SloIndicator[]>(
  { kind: 'ratio', total: 'requests', bad: 'errors' },
  { kind: 'latency', histogram: 'seconds', thresholdSeconds: 0.3 },
  { kind: 'rawRatio', query: 'ratio', rawType: 'success' },
  { kind: 'gauge', up: 'up' },
  { kind: 'refused', written: '{}' },
);
/** As another policy, another clock or another version may have left them. */
const anyPairState = fc
  .record(
    {
      pair: fc.constantFrom(
        ...alertPairs('google', {
          objective: 0.999,
          windowSeconds: thirtyDays.seconds,
        }),
      ),
      state: fc.constantFrom<AlertPairState[]>(
        'firing',
        'recovering',
        'rising',
        'held',
        'ok',
        'unknown',
        'off',
      ),
      since: anyInstant,
      previous: fc.record({
        state: fc.constantFrom<AlertPairState[]>('firing', 'ok', 'held'),
        since: anyInstant,
      }),
    },
    { requiredKeys: ['pair', 'state'] },
  )
  .map(({ pair, ...rest }): AlertPairStatus => ({ ...pair, ...rest }));

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(numbersIn)
    : [];
}

describe('whatever comes in', () => {
  it('an SLO has a state, and no figure of it is NaN or infinite', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(maybe(anyStored), { minLength: 9, maxLength: 9 }),
        fc.array(anyHour, { maxLength: 6 }),
        fc.constantFrom('google', 'seed'),
        anyIndicator,
        fc.array(anyPairState, { maxLength: 5 }),
        (window, objective, stored, hours, alerting, indicator, pairStates) => {
          const names = [
            ...burnWindows.map(each => each.window),
            windowKey(window),
            ...(window.type === 'calendar' ? [lastPeriodKey(window)] : []),
          ];
          const readings = names.flatMap((name, i): StoredReading[] => {
            const each = stored[i];
            return each ? [{ ...each, window: name }] : [];
          });
          const facts = {
            definition: definition(objective, window, indicator),
            readings,
            hours,
            now,
            alerting,
          };
          const status = assessSlo({ ...facts, pairStates, queries: [] });
          const { params } = sloVerdict(status);
          expect(numbersIn(params).every(Number.isFinite)).toBe(true);
          const answer = slosResponseSchema.parse({
            entityRef: status.name,
            slos: [status],
            problems: [],
          });
          expect(numbersIn(answer).every(Number.isFinite)).toBe(true);
          const other = whatIf({
            ...facts,
            objective: 0.99,
            window: thirtyDays,
          });
          expect(numbersIn(other).every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('an hour told at finer steps has no figure that is NaN or infinite', () => {
    fc.assert(
      fc.property(
        fc.array(anyHour, { maxLength: 6 }),
        fc.array(anyHour, { maxLength: 12 }),
        maybe(fc.record({ bad: anyNumber, total: anyNumber })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hours, steps, windowCounts, objective) => {
          const { points, scale } = burnDown({
            hours,
            objective,
            end: now,
            windowSeconds: thirtyDays.seconds,
            ...(windowCounts && { windowCounts }),
          });
          const refined = refineBurnDown(points, steps);
          expect(refined).toHaveLength(steps.length);
          expect(
            numbersIn([points, scale, refined]).every(Number.isFinite),
          ).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('the share of an incident is finite and not negative, or not known', () => {
    const anyCounts = maybe(fc.record({ bad: anyNumber, total: anyNumber }));
    fc.assert(
      fc.property(
        anyCounts,
        anyCounts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (stretch, window, objective) => {
          const share = incidentShare(stretch, window, objective) ?? 0;
          expect(Number.isFinite(share)).toBe(true);
          expect(share).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('a window that is added up is covered from 0 to 1, by sound counts', () => {
    const anyPart = fc.oneof(
      fc.constantFrom<PartReading[]>('gap', 'no_series'),
      fc.record({ bad: anyNumber, total: anyNumber }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 * 86400 }),
        fc.array(anyPart, { maxLength: 45 }),
        fc.array(anyPart, { maxLength: 3 }),
        fc.array(maybe(anyPart), { maxLength: 24 }),
        (seconds, days, direct, hours) => {
          const plan = planWindow(now, seconds);
          const { counts, coverage } = sumWindow(plan, {
            days: new Map(
              plan.closedDays
                .slice(0, days.length)
                .map((day, i) => [day, days[i]]),
            ),
            direct,
            hours: new Map(plan.closedDays.map(day => [day, hours])),
          });
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
          const { bad = 0, total = 0 } = counts ?? {};
          expect([bad, total].every(Number.isFinite)).toBe(true);
          expect(bad).toBeGreaterThanOrEqual(0);
          expect(bad).toBeLessThanOrEqual(total);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a service that is seen now has events in the last five minutes or hour', () => {
    fc.assert(
      fc.property(maybe(anyStored), maybe(anyStored), (five, hour) => {
        const readingOf = (stored: typeof five, seconds: number) =>
          assessReading(stored && { ...stored, window: 'any' }, {
            now,
            objective: 0.999,
            windowSeconds: seconds,
            intervalSeconds: 60,
          });
        const readings = [readingOf(five, 300), readingOf(hour, 3600)] as const;
        const seen = sloNow(...readings).state === 'ok';
        expect(!seen || readings.some(isMeasured)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('every limit of an alert is at least 1, finite and can be reached, or it is off', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 3600, max: 400 * 86400 }),
        fc.constantFrom('google', 'seed'),
        (objective, windowSeconds, policy) => {
          for (const pair of alertPairs(policy, { objective, windowSeconds })) {
            expect(pair.factor).toBeGreaterThanOrEqual(1);
            // A total outage burns at 1 / b.
            const inReach = pair.factor * Math.max(1e-9, 1 - objective) < 1;
            expect(inReach || pair.offReason !== undefined).toBe(true);
          }
        },
      ),
    );
  });
});

describe('a page', () => {
  it('that nobody can judge leaves no SLO fine', () => {
    const counts = fc
      .record({
        total: fc.integer({ min: 100_000, max: 1e7 }),
        share: fc.double({ min: 0, max: 0.002, noNaN: true }),
      })
      .map(({ total, share }) => ({ total, bad: Math.floor(total * share) }));
    const windows = [...burnWindows.map(each => each.window), '30d'];
    fc.assert(
      fc.property(
        fc.array(maybe(counts), {
          minLength: windows.length,
          maxLength: windows.length,
        }),
        fc.array(anyPairState, { maxLength: 4 }),
        (each, pairStates) => {
          const status = assessSlo({
            definition: definition(0.999, thirtyDays),
            readings: windows.flatMap((window, i): StoredReading[] => {
              const held = each[i];
              return held
                ? [{ window, at, counts: held, coverage: 1, incomplete: false }]
                : [];
            }),
            pairStates,
            now,
            queries: [],
          });
          const unjudged = status.alerts.some(
            ({ severity, state }) => severity === 'page' && state === 'unknown',
          );
          fc.pre(unjudged);
          expect(sloVerdict(status).tone).not.toBe('fine');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('that fired before nobody could judge it leaves no SLO fine', () => {
    const counts = fc
      .record({
        total: fc.integer({ min: 100_000, max: 1e7 }),
        share: fc.double({ min: 0, max: 0.002, noNaN: true }),
      })
      .map(({ total, share }) => ({ total, bad: Math.floor(total * share) }));
    const windows = [...burnWindows.map(each => each.window), '30d'];
    const fired = alertPairs('google', {
      objective: 0.999,
      windowSeconds: thirtyDays.seconds,
    }).map(pair => ({ ...pair, state: 'firing' as const }));
    fc.assert(
      fc.property(
        fc.array(maybe(counts), {
          minLength: windows.length,
          maxLength: windows.length,
        }),
        anyInstant,
        (each, since) => {
          const status = assessSlo({
            definition: definition(0.999, thirtyDays),
            readings: windows.flatMap((window, i): StoredReading[] => {
              const held = each[i];
              return held
                ? [{ window, at, counts: held, coverage: 1, incomplete: false }]
                : [];
            }),
            pairStates: fired.map(pair => ({ ...pair, since })),
            now,
            queries: [],
          });
          const unjudged = status.alerts.some(
            ({ severity, state }) => severity === 'page' && state === 'unknown',
          );
          fc.pre(unjudged);
          expect(sloVerdict(status).tone).not.toBe('fine');
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('budgets', () => {
  const counts = fc
    .record({
      total: fc.integer({ min: 1000, max: 1e9 }),
      share: fc.double({ min: 0, max: 0.01, noNaN: true }),
    })
    .map(({ total, share }) => ({ total, bad: Math.floor(total * share) }));

  function budgetOf(
    { bad, total }: { bad: number; total: number },
    window: SloWindow,
    lastTotal = 0,
  ) {
    const { from } = windowStretch(window, new Date(at));
    const readings: StoredReading[] = [
      {
        window: windowKey(window),
        at,
        counts: { bad, total },
        coverage: 1,
        incomplete: false,
      },
      ...(window.type === 'calendar'
        ? [
            {
              window: lastPeriodKey(window),
              at: from.toISOString(),
              counts: { bad: 0, total: lastTotal },
              coverage: 1,
              incomplete: false,
            },
          ]
        : []),
    ];
    const { budget } = assessSlo({
      definition: definition(0.999, window),
      readings,
      now,
      queries: [],
    });
    if (!budget.known) {
      throw new Error('the budget is known');
    }
    return budget;
  }

  it('are free of scale', () => {
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 2, max: 1000 }),
        fc.constantFrom(thirtyDays, month),
        ({ bad, total }, k, window) => {
          const one = budgetOf({ bad, total }, window, total * 2);
          const many = budgetOf(
            { bad: bad * k, total: total * k },
            window,
            total * 2 * k,
          );
          expect(many.remainingRatio).toBeCloseTo(one.remainingRatio, 9);
        },
      ),
    );
  });

  it('hold less when more is bad', () => {
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom(thirtyDays, month),
        ({ bad, total }, more, window) => {
          const before = budgetOf({ bad, total }, window);
          const after = budgetOf({ bad: bad + more, total }, window);
          expect(after.remainingRatio).toBeLessThan(before.remainingRatio);
          expect(after.badEventsLeft).toBeLessThan(before.badEventsLeft);
        },
      ),
    );
  });

  it('are burnt down to what the tile says', () => {
    fc.assert(
      fc.property(
        counts.filter(({ bad }) => bad > 0),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 48 }),
        fc.integer({ min: 0, max: 2e9 }),
        fc.constantFrom(thirtyDays, month),
        (windowCounts, bads, lastTotal, window) => {
          fc.pre(bads.some(bad => bad > 0));
          const end = new Date(at);
          const { from } = windowStretch(window, end);
          const last = window.type === 'calendar' ? lastTotal : 0;
          const hours = bads.map((bad, i): LedgerHour => {
            const start = end.getTime() - (bads.length - i) * 3_600_000;
            return {
              from: new Date(start),
              to: new Date(start + 3_600_000),
              counts: { bad, total: 1000 },
            };
          });
          const { points } = burnDown({
            hours,
            objective: 0.999,
            end,
            windowSeconds: (end.getTime() - from.getTime()) / 1000,
            windowCounts,
            lastPeriodTotal: last,
          });
          expect(points.at(-1)?.remainingRatio).toBeCloseTo(
            budgetOf(windowCounts, window, last).remainingRatio,
            9,
          );
        },
      ),
    );
  });

  it('are gone no later at a faster pace, or with more spent', () => {
    const secondsOf = (result: { kind: string; seconds?: number }) =>
      result.kind === 'exhausted' ? 0 : result.seconds ?? Infinity;
    const pace = fc.double({ min: 0, max: 1000, noNaN: true });
    const share = fc.double({ min: 0, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(
        pace,
        pace,
        share,
        share,
        fc.boolean(),
        (r1, r2, c1, c2, calendar) => {
          const after = (burnRate: number, consumedRatio: number) =>
            secondsOf(
              calendar
                ? periodExhaustion({
                    counts: { bad: consumedRatio * 1000, total: 600_000 },
                    objective: 0.999,
                    burnRate,
                    now,
                    partial: false,
                    period: {
                      startsAt: new Date('2026-11-10T00:00:00Z'),
                      endsAt: new Date('2026-12-10T00:00:00Z'),
                      lastTotal: 1_000_000,
                      lastWhole: true,
                    },
                  })
                : budgetExhaustion({
                    consumedRatio,
                    burnRate,
                    objective: 0.999,
                    windowSeconds: 30 * 86400,
                    now,
                    partial: false,
                  }),
            );
          const [slow, fast] = [Math.min(r1, r2), Math.max(r1, r2)];
          const [less, more] = [Math.min(c1, c2), Math.max(c1, c2)];
          expect(after(fast, less)).toBeLessThanOrEqual(
            after(slow, less) + 1e-6,
          );
          expect(after(slow, more)).toBeLessThanOrEqual(
            after(slow, less) + 1e-6,
          );
        },
      ),
    );
  });
});
