import { Events } from './Events';
import {
  relabelled,
  replacedDaily,
  restarting,
  unreachable,
} from './incarnations';
import { Random } from './Random';
import { Incident, Traffic, trafficOf } from './traffic';
import { Exposes, Incarnation, TrueService } from './TrueService';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** The times at which the story of the cast turns, in seconds since the epoch. */
export interface Story {
  from: number;
  to: number;
  /** When the first objective is judged. */
  now: number;
  gap: { from: number; to: number };
}

export interface Cast {
  services: TrueService[];
  /** Names of those with nothing odd about them. */
  ordinary: string[];
}

const requests: Exposes = { kind: 'requests', metric: 'http_requests_total' };

/** Label values may be anything. */
export const oddlyNamed = 'odd "name" \\ {x}';

/** Draws the services of a world, each with all that ever happened to it. */
export function drawCast(seed: number, story: Story): Cast {
  const random = new Random(seed);
  const { now } = story;
  const span = { from: story.from, to: story.to };
  const services: TrueService[] = [];
  const add = (
    name: string,
    traffic: Traffic,
    options: {
      type?: string;
      exposes?: Exposes;
      incarnations?: Incarnation[];
    } = {},
  ) => {
    services.push({
      name,
      type: options.type ?? 'service',
      events: new Events(span, trafficOf(random, traffic)),
      exposes: options.exposes ?? requests,
      incarnations: options.incarnations ?? restarting(span, []),
      scrapedAt: Math.floor(random.next() * 60_000) / 1000,
    });
    return name;
  };
  const anyTime = () => Math.floor(random.between(span.from + HOUR, now));
  const incidents = (): Incident[] =>
    Array.from({ length: random.integer(0, 3) }, () => {
      const from = anyTime();
      const to = from + Math.floor(random.between(5, 60)) * MINUTE;
      return { from, to, errorRatio: random.logBetween(0.01, 0.4) };
    });
  const usual = (): Traffic => ({
    perMinute: random.logBetween(30, 3000),
    errorRatio: random.between(0.1, 0.6) / 1000,
    incidents: incidents(),
  });

  const ordinary: string[] = [];
  for (let i = 0; i < 18; i++) {
    const restarts = Array.from({ length: random.integer(0, 4) }, anyTime);
    const incarnations = restarting(span, restarts);
    ordinary.push(add(`steady-${i}`, usual(), { incarnations }));
  }
  for (let i = 0; i < 8; i++) {
    const pods = random.integer(2, 6);
    const incarnations = replacedDaily(span, pods, random);
    const traffic = {
      perMinute: random.logBetween(30, 600),
      errorRatio: random.between(0.1, 0.4) / 1000,
      incidents: [
        ...incidents(),
        // A pod fails some of its first requests.
        ...incarnations.map(({ from }) => ({
          from: Math.round(from / MINUTE) * MINUTE,
          to: Math.round(from / MINUTE) * MINUTE + MINUTE,
          errorRatio: 0.3 / pods,
        })),
      ],
    };
    ordinary.push(add(`rolled-out-${i}`, traffic, { incarnations }));
  }
  ordinary.push(add(oddlyNamed, usual()));
  ordinary.push(
    add('relabelled', usual(), {
      incarnations: relabelled(span, { at: now - 12 * DAY - 5 * HOUR }),
    }),
  );
  const silence = { from: now - 9 * DAY - 11 * HOUR };
  ordinary.push(
    add('unreachable', usual(), {
      // Through midnight, while the others are scraped.
      incarnations: unreachable(span, {
        ...silence,
        to: silence.from + 3 * HOUR,
      }),
    }),
  );

  const restarted = now - 15 * DAY - 3 * HOUR;
  add(
    'relabelled-young',
    {
      perMinute: 600,
      errorRatio: 0.0003,
      incidents: [
        {
          from: restarted + HOUR,
          to: restarted + 2 * HOUR,
          errorRatio: 0.1,
        },
      ],
    },
    {
      incarnations: relabelled(span, {
        at: restarted + 5 * HOUR,
        startedAt: restarted,
      }),
    },
  );
  add('rarely-used', { perMinute: 2 / 60, errorRatio: 0.001 });
  const born = now - 3 * DAY - 100 * MINUTE;
  add(
    'newcomer',
    { perMinute: 200, errorRatio: 0.0004, from: born },
    { incarnations: restarting({ from: born, to: span.to }, []) },
  );
  // It once had traffic; its counters are still there.
  add('idle', { perMinute: 5, errorRatio: 0, to: span.from + 2 * HOUR });
  add('spotless', { perMinute: 300, errorRatio: 0 });
  add(
    'vanished',
    { perMinute: 300, errorRatio: 0.0004 },
    {
      incarnations: restarting(
        { from: span.from, to: now - 10 * DAY - 20 * MINUTE },
        [],
      ),
    },
  );
  const outage = (from: number, to = span.to) => [{ from, to, errorRatio: 1 }];
  add('dark', {
    perMinute: 300,
    errorRatio: 0.0004,
    incidents: outage(now - 70 * MINUTE),
  });
  add('failing', {
    perMinute: 300,
    errorRatio: 0.0004,
    incidents: outage(now + 10 * MINUTE),
  });
  // Leaves a week's window while the test looks.
  add(
    'healing',
    {
      perMinute: 300,
      errorRatio: 0.0002,
      incidents: [
        {
          from: now + 20 * MINUTE - 7 * DAY,
          to: now + 50 * MINUTE - 7 * DAY,
          errorRatio: 0.5,
        },
      ],
    },
    {
      type: 'weekly',
      exposes: { kind: 'requests', metric: 'weekly_requests_total' },
    },
  );

  // Over a month's first midnight in Asia/Kolkata.
  const month = Date.parse('2026-03-31T18:30:00Z') / 1000;
  add(
    'billed',
    {
      perMinute: 300,
      errorRatio: 0.0002,
      incidents: [
        {
          from: month - 30 * MINUTE,
          to: month + 30 * MINUTE,
          errorRatio: 0.5,
        },
      ],
    },
    {
      type: 'billed',
      exposes: { kind: 'requests', metric: 'billed_requests_total' },
    },
  );

  const respelt = now - 13 * DAY - 4 * HOUR;
  const durations = (boundAt: (time: number) => string): Exposes => ({
    kind: 'durations',
    metric: 'http_request_duration_seconds',
    boundAt,
  });
  const slow = { perMinute: 100, errorRatio: 0.004 };
  for (const [name, exposes] of [
    ['spelt-1', durations(() => '1')],
    ['respelt', durations(time => (time < respelt ? '1' : '1.0'))],
  ] as const) {
    add(name, slow, { type: 'timed', exposes });
  }
  for (const name of ['kept-15-days-a', 'kept-15-days-b']) {
    const kept = { from: now - 15 * DAY, to: span.to };
    add(name, usual(), {
      type: 'forgotten',
      exposes: { kind: 'requests', metric: 'short_requests_total' },
      incarnations: [{ labels: {}, ...kept, countsFrom: span.from }],
    });
  }
  // As `relabelled-young`, on the day that goes on: 3 of its 9 hours look born.
  const restartedToday = now - 7 * HOUR;
  add(
    'relabelled-today',
    {
      perMinute: 600,
      errorRatio: 0.0003,
      incidents: [
        {
          from: restartedToday + HOUR,
          to: restartedToday + 2 * HOUR,
          errorRatio: 0.1,
        },
      ],
    },
    {
      incarnations: relabelled(span, {
        at: restartedToday + 3 * HOUR,
        startedAt: restartedToday,
      }),
    },
  );
  return { services, ordinary };
}
