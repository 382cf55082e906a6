import { alertPairs } from './alertPairs';
import { assessSlo } from './assessSlo';
import { budgetRatio, measure } from './burnRate';
import { parseDuration } from './duration';
import { EventCounts } from './model';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Events of a daily wave between 1 and 100 a second that peaks at 15:00. */
function wave(fromHour: number, toHour: number): number {
  const step = 1 / 60;
  let events = 0;
  for (let hour = fromHour; hour < toHour - step / 2; hour += step) {
    const middle = hour + step / 2;
    events +=
      (50.5 + 49.5 * Math.sin((2 * Math.PI * (middle - 9)) / 24)) * HOUR * step;
  }
  return events;
}

function consumedBy(counts: EventCounts, objective: number): number {
  return measure(counts, objective).burnRate;
}

describe('the numbers that SLOs are known by', () => {
  it.each([
    ['99.9 % of 30 d', 0.999, 30 * DAY, 43.2 * 60],
    ['99.95 % of 1 w', 0.9995, 7 * DAY, 302.4],
  ])('%s allow this much outage', (_, objective, seconds, outage) => {
    expect(budgetRatio(objective) * seconds).toBeCloseTo(outage, 6);
  });

  it.each([
    [1007, 'never'],
    [1009, 'exhausted'],
  ])(
    '95 %% of 2 w in slices of a minute allow 1008 bad ones: %d are %s',
    (bad, kind) => {
      const at = '2026-11-24T12:00:00.000Z';
      const { budget } = assessSlo({
        definition: {
          entityRef: 'component:default/checkout',
          name: 'uptime',
          title: 'Uptime',
          objective: 0.95,
          window: { type: 'rolling', duration: '14d', seconds: 14 * DAY },
          indicator: { kind: 'gauge', up: 'up' },
          definedBy: { type: 'template', name: 'uptime', place: 'here' },
          source: { type: 'prometheus', name: 'default' },
        },
        readings: ['5m', '1h', '6h', '14d'].map(window => ({
          window,
          at,
          counts:
            window === '14d'
              ? { bad, total: 14 * 24 * 60 }
              : { bad: 0, total: parseDuration(window) / 60 },
          coverage: 1,
          incomplete: false,
        })),
        now: new Date(at),
        queries: [],
      });
      expect(budget).toMatchObject({
        known: true,
        badEventsAllowed: expect.closeTo(1008, 6),
        exhaustion: { kind },
      });
    },
  );

  it.each([
    [30, '1h', 14.4, 0.02],
    [30, '6h', 6, 0.05],
    [30, '1d', 3, 0.1],
    [30, '3d', 1, 0.1],
    [7, '1h', 14.4, 0.0857],
    [7, '6h', 6, 0.2143],
    [7, '3d', 1, 0.4286],
  ])(
    'on %d days, %s at a burn rate of %d spend %d of the budget',
    (days, window, burnRate, share) => {
      // At even traffic: the bad events of the stretch against all of the window.
      const total = 1_000_000;
      const part = parseDuration(window) / (days * DAY);
      const bad = burnRate * 0.001 * total * part;
      expect(consumedBy({ bad, total }, 0.999)).toBeCloseTo(share, 4);
    },
  );

  it('28 days scale the limits, none below the pace of the budget', () => {
    expect(
      alertPairs('google', { objective: 0.999, windowSeconds: 28 * DAY }).map(
        ({ factor }) => factor,
      ),
      // The last would be 0.933.
    ).toEqual([13.44, 5.6, 2.8, 1]);
  });

  it('weighs by events: 0.75, not the 0.90 of a time average', () => {
    const good = [10, 10, 10, 10, 20];
    const all = [10, 10, 10, 10, 40];
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    const { errorRatio } = measure(
      { bad: sum(all) - sum(good), total: sum(all) },
      0.999,
    );
    expect(1 - errorRatio).toBe(0.75);
    expect(sum(good.map((each, i) => each / all[i])) / 5).toBe(0.9);
  });

  it.each([
    ['15:00 to 15:30', 15, 1.374],
    ['03:00 to 03:30', 3, 0.015],
  ])('a total outage from %s spends its share', (_, hour, share) => {
    const total = 30 * wave(0, 24);
    const bad = wave(hour, hour + 0.5);
    // The published figures are of a wave in steps, and rounded.
    const spent = consumedBy({ bad, total }, 0.999);
    expect(Math.abs(spent - share)).toBeLessThan(0.001);
  });
});
