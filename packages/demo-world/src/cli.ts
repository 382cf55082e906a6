import { resolve } from 'node:path';
import { claim } from './metrics/lock';
import { prepareHistory } from './metrics/history/prepare';
import { portFromEnv } from './metrics/live/ports';
import { startMetrics } from './metrics/live/startMetrics';
import { placesIn } from './metrics/places';

const usage = `The demo world: sample services, Prometheus and PagerDuty.

  cli.ts prepare [folder]   write the history up to now
  cli.ts run [folder]       the same, then start everything until Ctrl-C

The folder is .demo at the root of the repository unless given.
Ports: EO_PROMETHEUS_PORT (9090), EO_SIMULATOR_PORT (9292), EO_SERVICES_PORT (9191).`;

// eslint-disable-next-line no-console
const log = (line: string) => console.log(line);

async function prepare(dataDir: string, signal: AbortSignal): Promise<void> {
  const release = await claim(placesIn(dataDir).lock);
  try {
    await prepareHistory({ dataDir, log, signal });
  } finally {
    await release();
  }
}

async function run(dataDir: string, signal: AbortSignal): Promise<void> {
  const ports = {
    prometheus: portFromEnv(process.env, 'EO_PROMETHEUS_PORT', 9090),
    simulator: portFromEnv(process.env, 'EO_SIMULATOR_PORT', 9292),
    services: portFromEnv(process.env, 'EO_SERVICES_PORT', 9191),
  };
  const metrics = await startMetrics({
    dataDir,
    prometheusPort: ports.prometheus,
    servicesPort: ports.services,
    log,
    signal,
  });
  log(`Sample services on ${metrics.servicesUrl}`);
  log(`Prometheus on ${metrics.prometheus.url}`);
  let simulator: { url: string; close(): Promise<void> } | undefined;
  let prometheusDied = false;
  try {
    const { startPagerDutySimulator } = await import('./pagerduty');
    simulator = await startPagerDutySimulator({ port: ports.simulator });
    log(`PagerDuty simulator on ${simulator.url}`);
    log('The demo world is running; Ctrl-C ends it');
    await Promise.race([
      new Promise<void>(ended => {
        signal.addEventListener('abort', () => ended(), { once: true });
        if (signal.aborted) ended();
      }),
      metrics.prometheus.exited.then(() => {
        prometheusDied = !signal.aborted;
      }),
    ]);
  } finally {
    await simulator?.close();
    await metrics.close();
  }
  if (prometheusDied) {
    throw new Error('Prometheus ended by itself, so the demo world ended too');
  }
  log('The demo world has ended');
}

async function main(): Promise<void> {
  const [command, folder] = process.argv.slice(2);
  const dataDir = resolve(folder ?? resolve(__dirname, '../../../.demo'));
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => ending.abort());
  }
  if (command === 'prepare') {
    await prepare(dataDir, ending.signal);
  } else if (command === 'run') {
    await run(dataDir, ending.signal);
  } else {
    log(usage);
    process.exitCode = command === undefined ? 0 : 1;
  }
}

main().catch(error => {
  const causes: string[] = [];
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    causes.push(e.message);
  }
  // eslint-disable-next-line no-console
  console.error(causes.join('\n  caused by: '));
  process.exitCode = 1;
});
