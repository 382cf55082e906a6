import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { day, hour, minute, second } from './durations';
import { prepareHistory } from './history/prepare';
import { freePort } from './live/ports';
import { startMetrics, type RunningMetrics } from './live/startMetrics';
import { placesIn } from './places';
import { alertRules } from './alerts/rules';
import { truth } from './traffic/model';

const missing = ['prometheus', 'promtool'].filter(
  program => spawnSync(program, ['--version']).status !== 0,
);
if (missing.length > 0) {
  // eslint-disable-next-line no-console
  console.warn(
    `Skipped: ${missing.join(
      ' and ',
    )} not on PATH, so no real history is written`,
  );
}
const withPrometheus = missing.length > 0 ? describe.skip : describe;
const whySkipped =
  missing.length > 0 ? ` (skipped: ${missing.join(', ')} absent)` : '';

interface Series {
  metric: Record<string, string>;
  value?: [number, string];
  values?: Array<[number, string]>;
}

async function ask(
  url: string,
  query: string,
  time?: number,
): Promise<Series[]> {
  const body = new URLSearchParams({ query });
  if (time !== undefined) {
    body.set('time', String(time / 1000));
  }
  const answer = await fetch(`${url}/api/v1/query`, { method: 'POST', body });
  const { status, error, data } = await answer.json();
  if (status !== 'success') {
    throw new Error(`${query}: ${error}`);
  }
  return data.result;
}

async function number(url: string, query: string, time?: number) {
  const [series] = await ask(url, query, time);
  return Number(series?.value?.[1]);
}

async function until(check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 45 * second;
  while (!(await check())) {
    if (Date.now() > deadline) {
      throw new Error(`Still not after 45 s: ${check}`);
    }
    await sleep(500);
  }
}

withPrometheus(
  `a world of two days, written five hours ago${whySkipped}`,
  () => {
    let dataDir: string;
    let running: RunningMetrics | undefined;
    const lines: string[] = [];

    const start = async () => {
      running = await startMetrics({
        dataDir,
        prometheusPort: await freePort(),
        servicesPort: await freePort(),
        log: line => lines.push(line),
      });
    };

    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'world-'));
      await prepareHistory({
        dataDir,
        now: () => Date.now() - 5 * hour,
        historyLength: 2 * day,
      });
      await start();
    }, 120 * second);

    afterAll(async () => {
      await running?.close();
      await rm(dataDir, { recursive: true, force: true });
    }, 60 * second);

    const world = () => {
      if (!running) {
        throw new Error('Not running');
      }
      return { ...running, url: running.prometheus.url };
    };

    it('is valid to promtool: configuration and rules', () => {
      const { status, stderr } = spawnSync(
        'promtool',
        ['check', 'config', placesIn(dataDir).config],
        { encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, '']);
    });

    it('answers what really happened, also where the gap was filled', async () => {
      const { url, model } = world();
      const end = Math.floor(Date.now() / minute) * minute - 2 * minute;
      for (const [from, to] of [
        [end - 6 * hour, end],
        [end - 3 * hour, end - 2 * hour],
        [end - day - hour, end - day],
      ]) {
        const window = `${(to - from) / second}s`;
        for (const service of ['checkout', 'profile', 'fraud-check']) {
          const real = truth(model, service, from, to);
          const selector = `http_requests_total{service="${service}"}`;
          const total = await number(
            url,
            `sum(increase(${selector}[${window}]))`,
            to,
          );
          expect(Math.abs(total / real.total - 1)).toBeLessThan(0.01);
          const slow = await number(
            url,
            `sum(increase(http_request_duration_seconds_count{service="${service}"}[${window}])) - sum(increase(http_request_duration_seconds_bucket{service="${service}",le="0.3"}[${window}]))`,
            to,
          );
          expect(Math.abs(slow - real.slow)).toBeLessThan(real.slow * 0.05 + 2);
        }
      }
    });

    it(
      'scrapes on without a burst or a hole where the history ends',
      async () => {
        const { url } = world();
        await until(
          async () => (await number(url, 'sum(up{job="services"})')) === 15,
        );
        await sleep(16 * second);
        const selector = 'http_requests_total{service="login",code="200"}';
        const [series, ...others] = await ask(url, `${selector}[10m]`);
        expect(others).toEqual([]);
        const values = series.values ?? [];
        const rates = values.slice(1).map(([time, value], i) => {
          const [before, count] = values[i];
          expect(time - before).toBeLessThan(75);
          return (Number(value) - Number(count)) / (time - before);
        });
        expect(Math.min(...rates)).toBeGreaterThan(5);
        expect(Math.max(...rates) / Math.min(...rates)).toBeLessThan(1.3);
      },
      90 * second,
    );

    it(
      'has alerts that were active before it started, with their own beginning',
      async () => {
        const { url } = world();
        const history = await ask(
          url,
          'ALERTS{alertname="CheckoutErrorBudgetBurn",alertstate="firing"}',
          Date.now() - 3 * minute,
        );
        expect(history[0]?.metric).toEqual({
          __name__: 'ALERTS',
          alertname: 'CheckoutErrorBudgetBurn',
          alertstate: 'firing',
          service: 'checkout',
          severity: 'page',
        });
        const firing = async () => {
          const answer = await fetch(`${url}/api/v1/alerts`);
          const { data } = await answer.json();
          return data.alerts.find(
            (alert: { labels: Record<string, string>; state: string }) =>
              alert.labels.alertname === 'CheckoutErrorBudgetBurn' &&
              alert.state === 'firing',
          );
        };
        await until(async () => (await firing()) !== undefined);
        const alert = await firing();
        expect(Date.now() - Date.parse(alert.activeAt)).toBeGreaterThan(
          10 * minute,
        );
        expect(alert.annotations.runbook_url).toBe(
          'https://runbooks.parcel.example/checkout/error-budget-burn',
        );
      },
      90 * second,
    );

    it(
      'evaluates every rule',
      async () => {
        const { url } = world();
        const read = async () => {
          const { data } = await (await fetch(`${url}/api/v1/rules`)).json();
          return data.groups.flatMap(
            (group: { rules: Array<{ name: string; health: string }> }) =>
              group.rules,
          );
        };
        await until(async () =>
          (
            await read()
          ).every((r: { health: string }) => r.health !== 'unknown'),
        );
        const rules = await read();
        expect(rules).toHaveLength(alertRules.length);
        expect(
          rules.filter((r: { health: string }) => r.health !== 'ok'),
        ).toEqual([]);
      },
      90 * second,
    );

    it(
      'starts again without a burst, and loses nothing it had counted',
      async () => {
        const selector = 'http_requests_total{service="login",code="200"}';
        const before = world();
        const stoppedAt = Date.now();
        const count = await number(before.url, selector, stoppedAt);
        await before.close();
        const pid = before.prometheus.pid;
        expect(() => process.kill(pid, 0)).toThrow('ESRCH');
        await sleep(5 * second);

        await start();
        const { url, model } = world();
        // The history ends up to 30 seconds ago; the first scrape is beyond.
        await until(async () => (await number(url, selector)) > count);
        await sleep(16 * second);
        expect(await number(url, `max(resets(${selector}[10m]))`)).toBe(0);
        const to = Date.now();
        const real = truth(model, 'login', to - 5 * minute, to);
        const total = await number(
          url,
          'sum(increase(http_requests_total{service="login"}[5m]))',
          to,
        );
        expect(Math.abs(total / real.total - 1)).toBeLessThan(0.1);
      },
      120 * second,
    );
  },
);
