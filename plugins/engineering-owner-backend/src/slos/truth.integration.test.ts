import { spawnSync } from 'child_process';
import { isMeasured } from '@engineering-owner/backstage-plugin-common';
import { everyTimer } from '../__testUtils__/everyTimer';
import { oddlyNamed } from '../__testUtils__/truth/cast';
import {
  startTrueWorld,
  TrueWorld,
} from '../__testUtils__/truth/startTrueWorld';

const missing = ['prometheus', 'promtool'].filter(
  program => spawnSync(program, ['--version']).status !== 0,
);
const whySkipped = missing.length
  ? ` (skipped: ${missing.join(' and ')} not found on PATH)`
  : '';
const describeReal = missing.length ? describe.skip : describe;

jest.setTimeout(240_000);

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const at = (time: string) => Date.parse(time) / 1000;

/** Other data may be tried: EO_TRUTH_SEED, EO_TRUTH_SCRAPE_SECONDS, EO_TRUTH_UNIT. */
const numberFrom = (name: string, fallback: number) =>
  Number(process.env[name] ?? fallback);
const seed = numberFrom('EO_TRUTH_SEED', 20260410);
const scraping = {
  everySeconds: numberFrom('EO_TRUTH_SCRAPE_SECONDS', 60),
  unit: numberFrom('EO_TRUTH_UNIT', 1),
  // Over midnight UTC, where one day's ledger ends and the next begins.
  gap: { from: at('2026-03-29T22:40:00Z'), to: at('2026-03-30T01:40:00Z') },
};
const now = at('2026-04-10T09:30:00Z');
const story = {
  from: at('2026-03-10T00:00:00Z'),
  to: now + 100 * MINUTE,
  now,
  gap: scraping.gap,
};

const requests = {
  filter: { kind: 'component', 'spec.type': 'service' },
  entityLabel: 'service',
  entityValue: 'metadata.title',
  indicator: {
    ratio: {
      total: 'http_requests_total',
      bad: 'http_requests_total{code=~"5.."}',
    },
  },
  objective: 99.9,
};
const templates = [
  { ...requests, name: 'four-weeks', window: '28d' },
  { ...requests, name: 'month', window: '30d' },
  {
    ...requests,
    filter: { kind: 'component', 'metadata.name': 'dark' },
    name: 'lenient',
    objective: 90,
    window: '28d',
  },
  {
    ...requests,
    name: 'week',
    filter: { kind: 'component', 'spec.type': 'weekly' },
    indicator: {
      ratio: {
        total: 'weekly_requests_total',
        bad: 'weekly_requests_total{code=~"5.."}',
      },
    },
    window: '7d',
  },
  ...[
    { name: 'billing-month', duration: '1M', startTime: '2026-01-01 00:00:00' },
    // Its weeks end on Fridays at 10:15 UTC, while the test looks.
    { name: 'billing-week', duration: '1w', startTime: '2026-01-02 15:45:00' },
  ].map(({ name, ...period }) => ({
    ...requests,
    name,
    filter: { kind: 'component', 'spec.type': 'billed' },
    indicator: {
      ratio: {
        total: 'billed_requests_total',
        bad: 'billed_requests_total{code=~"5.."}',
      },
    },
    window: { calendar: { ...period, timeZone: 'Asia/Kolkata' } },
  })),
  {
    ...requests,
    name: 'quick',
    filter: { kind: 'component', 'spec.type': 'timed' },
    indicator: {
      latency: {
        histogram: 'http_request_duration_seconds',
        threshold: '1s',
      },
    },
    objective: 99,
    window: '28d',
  },
  {
    ...requests,
    name: 'forgotten',
    filter: { kind: 'component', 'spec.type': 'forgotten' },
    indicator: {
      ratio: {
        total: 'short_requests_total',
        bad: 'short_requests_total{code=~"5.."}',
      },
    },
    window: '28d',
  },
];

/** The figures of a calendar window, beside what happened since its start. */
async function compareSinceStart(
  world: TrueWorld,
  service: string,
  slo: string,
) {
  const answer = (await world.ask(service)).find(({ name }) => name === slo);
  if (!answer || !isMeasured(answer)) {
    throw new Error(`${service} has no figures of ${slo}`);
  }
  const { window, asOf, bad, total, state } = answer;
  const startsAt = window.startsAt ?? '';
  const truly = world.truth(
    service,
    Date.parse(startsAt) / 1000,
    Date.parse(asOf) / 1000,
  );
  return { state, startsAt, asOf, said: { bad, total }, truly };
}

/** What is said of an objective, beside what truly happened in its window. */
async function compare(world: TrueWorld, service: string, slo?: string) {
  const answers = await world.ask(service);
  return answers
    .filter(({ name }) => slo === undefined || name === slo)
    .map(({ name, state, window, objective, budget }) => {
      const end = Date.parse(window.endsAt ?? '') / 1000;
      const start = Date.parse(window.startsAt ?? '') / 1000;
      const { bad, total } = world.truth(service, start, end);
      const truly = bad / total / (1 - objective);
      const said = budget.known ? budget.consumedRatio : NaN;
      return { service, slo: name, state, end, said, truly, off: said - truly };
    });
}

async function compareOne(world: TrueWorld, service: string, slo: string) {
  const [found] = await compare(world, service, slo);
  if (!found) {
    throw new Error(`${service} has no objective ${slo}`);
  }
  return found;
}

function p95(values: number[]): number {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[Math.ceil(values.length * 0.95) - 1];
}

describeReal(`What SLOs say, beside what happened${whySkipped}`, () => {
  let world: TrueWorld;

  beforeAll(async () => {
    jest.useFakeTimers({ now: now * 1000, doNotFake: everyTimer });
    world = await startTrueWorld({
      seed,
      story,
      scraping,
      templates,
      setNow: milliseconds => jest.setSystemTime(milliseconds),
    });
    // A cold start: what lacks is read within a few turns.
    await world.pass(7);
  });

  afterAll(async () => {
    await world?.close();
    jest.useRealTimers();
  });

  it('agrees on the budgets of ordinary services', async () => {
    const all = [];
    for (const service of world.cast.ordinary) {
      all.push(...(await compare(world, service)));
    }

    expect(all).toHaveLength(2 * world.cast.ordinary.length);
    expect(all.filter(({ state }) => state !== 'ok')).toEqual([]);
    const off = all.map(each => Math.abs(each.off));
    const worst = [...all].sort((a, b) => Math.abs(b.off) - Math.abs(a.off));
    // eslint-disable-next-line no-console
    console.info(
      `Budgets of ${off.length} objectives, seed ${seed}: off by ${p95(
        off,
      ).toFixed(4)} at p95, by ${Math.max(...off).toFixed(4)} at most`,
    );
    expect(p95(off)).toBeLessThan(0.02);
    expect(worst.filter(each => Math.abs(each.off) >= 0.05)).toEqual([]);
  });

  it.each([
    ['rarely-used', 'low_traffic', ['ok', 'no_traffic']],
    ['newcomer', 'partial', ['ok']],
    ['idle', 'no_traffic', ['no_traffic']],
    ['spotless', 'ok', ['ok']],
    ['vanished', 'ok', ['no_data']],
    ['relabelled', 'ok', ['ok']],
    ['relabelled-young', 'ok', ['ok']],
    ['relabelled-today', 'ok', ['ok']],
    ['unreachable', 'ok', ['ok']],
    ['dark', 'ok', ['ok']],
    ['respelt', 'ok', ['ok']],
    ['kept-15-days-a', 'partial', ['ok']],
    ['kept-15-days-b', 'partial', ['ok']],
    [oddlyNamed, 'ok', ['ok']],
  ])('says of %s: %s, and now %j', async (service, state, present) => {
    for (const answer of await world.ask(service)) {
      expect(answer.state).toBe(state);
      expect(present).toContain(answer.now.state);
    }
  });

  it.each([
    ['newcomer', 0.05],
    ['spotless', 0],
    ['vanished', 0.02],
    ['relabelled-young', 0.05],
    ['relabelled-today', 0.05],
    ['unreachable', 0.05],
    ['respelt', 0.02],
    ['spelt-1', 0.02],
    ['dark', 0.05],
  ])('says what is spent of %s within %d budgets', async (service, most) => {
    for (const { said, truly } of await compare(world, service)) {
      expect(Math.abs(said - truly)).toBeLessThanOrEqual(most);
    }
  });

  it('says when a service that vanished was last seen', async () => {
    const [{ now: present }] = await world.ask('vanished');
    const ended = story.now - 10 * DAY - 20 * MINUTE;
    const since =
      present.state === 'no_data'
        ? Date.parse(present.since ?? '') / 1000
        : NaN;
    expect(Math.abs(since - ended)).toBeLessThanOrEqual(HOUR);
  });

  it('fires in a total outage also where the objective is loose', async () => {
    const answers = await world.ask('dark');
    const lenient = answers.find(({ name }) => name === 'lenient');
    const page = lenient?.alerts.find(({ longWindow }) => longWindow === '1h');
    expect(page).toMatchObject({
      state: 'firing',
      factor: 8,
      loweredFrom: 13.44,
    });
  });

  it('counts a month from its first midnight in Asia/Kolkata', async () => {
    const { state, startsAt, said, truly } = await compareSinceStart(
      world,
      'billed',
      'billing-month',
    );
    expect(state).toBe('ok');
    // An incident went from half an hour before to half an hour after.
    expect(startsAt).toBe('2026-03-31T18:30:00.000Z');
    expect(said.total / truly.total).toBeCloseTo(1, 2);
    expect(said.bad / truly.bad).toBeCloseTo(1, 1.5);
  });

  it('sees a total outage 40 minutes past the hour within 6 minutes', async () => {
    const before = await compare(world, 'failing');
    const began = now + 10 * MINUTE;
    await world.pass(Math.floor((began + 6 * MINUTE - world.now()) / MINUTE));

    const after = await compare(world, 'failing');
    expect(world.now()).toBeLessThanOrEqual(began + 6 * MINUTE);
    for (const [i, { said, truly, off }] of after.entries()) {
      const moved = truly - before[i].truly;
      expect(moved).toBeGreaterThan(0.02);
      expect(said - before[i].said).toBeGreaterThan(moved / 2);
      expect(Math.abs(off)).toBeLessThan(0.05);
    }
  });

  it('follows an incident that leaves a week, every five minutes', async () => {
    const seen = [];
    const end = now + 55 * MINUTE;
    while (world.now() < end) {
      await world.pass(5);
      const {
        said,
        off,
        end: until,
      } = await compareOne(world, 'healing', 'week');
      expect(world.now() - until).toBeLessThan(6 * MINUTE);
      seen.push({ said, off });
    }
    expect(seen[0].said).toBeGreaterThan(1);
    expect(seen[seen.length - 1].said).toBeLessThan(0.3);
    expect(seen.filter(({ off }) => Math.abs(off) > 0.1)).toEqual([]);
  });

  it('begins a week anew at its quarter of an hour in Asia/Kolkata', async () => {
    const { startsAt, asOf, said, truly } = await compareSinceStart(
      world,
      'billed',
      'billing-week',
    );
    expect(startsAt).toBe('2026-04-10T10:15:00.000Z');
    expect(Date.parse(asOf) - Date.parse(startsAt)).toBeLessThan(900_000);
    expect(said.total / truly.total).toBeCloseTo(1, 1);
  });
});
