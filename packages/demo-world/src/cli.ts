import { once } from 'node:events';
import { resolve } from 'node:path';
import {
  type RunningAlertmanager,
  silenceForDemo,
  startAlertmanager,
  whyNoAlertmanager,
} from './alertmanager';
import { claim } from './metrics/lock';
import { prepareHistory } from './metrics/history/prepare';
import { assertPortFree, portFromEnv } from './metrics/live/ports';
import { startMetrics } from './metrics/live/startMetrics';
import { placesIn } from './metrics/places';
import { startPagerDutySimulator } from './pagerduty';

const usage = `The demo world: sample services, Prometheus, Alertmanager and PagerDuty.

  cli.ts prepare [folder]   write the history up to now
  cli.ts run [folder]       the same, then start everything until Ctrl-C

The folder is .demo at the root of the repository unless given.
Ports: EO_PROMETHEUS_PORT (9090), EO_ALERTMANAGER_PORT (9093),
EO_SIMULATOR_PORT (9292), EO_SERVICES_PORT (9191).
Webhooks go to the portal's backend on EO_BACKEND_PORT (7007), signed with
PAGERDUTY_WEBHOOK_SECRET (demo); the simulator lets PAGERDUTY_TOKEN (demo) in.`;

// eslint-disable-next-line no-console
const log = (line: string) => console.log(line);

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
}

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
    alertmanager: portFromEnv(process.env, 'EO_ALERTMANAGER_PORT', 9093),
    simulator: portFromEnv(process.env, 'EO_SIMULATOR_PORT', 9292),
    services: portFromEnv(process.env, 'EO_SERVICES_PORT', 9191),
    backend: portFromEnv(process.env, 'EO_BACKEND_PORT', 7007),
  };
  // The others are checked where they are used; this one comes last.
  await assertPortFree(
    ports.simulator,
    'EO_SIMULATOR_PORT',
    'PagerDuty simulator',
  );
  await assertPortFree(
    ports.alertmanager,
    'EO_ALERTMANAGER_PORT',
    'Alertmanager',
  );
  const missing = whyNoAlertmanager();
  if (missing) {
    throw new Error(`Alertmanager cannot be started: ${missing}`);
  }
  const metrics = await startMetrics({
    dataDir,
    prometheusPort: ports.prometheus,
    servicesPort: ports.services,
    alertmanagerPort: ports.alertmanager,
    log,
    signal,
  });
  log(`Sample services on ${metrics.servicesUrl}`);
  log(`Prometheus on ${metrics.prometheus.url}`);
  let alertmanager: RunningAlertmanager | undefined;
  let simulator: { url: string; close(): Promise<void> } | undefined;
  let died: string | undefined;
  try {
    alertmanager = await startAlertmanager({
      port: ports.alertmanager,
      directory: placesIn(dataDir).alertmanager,
    });
    await silenceForDemo(alertmanager);
    log(`Alertmanager on ${alertmanager.url}`);
    simulator = await startPagerDutySimulator({
      port: ports.simulator,
      token: process.env.PAGERDUTY_TOKEN || 'demo',
      webhook: {
        url: `http://127.0.0.1:${ports.backend}/api/engineering-owner/v1/webhooks/pagerduty/default`,
        secret: process.env.PAGERDUTY_WEBHOOK_SECRET || 'demo',
      },
    });
    log(`PagerDuty simulator on ${simulator.url}`);
    log('The demo world is running; Ctrl-C ends it');
    await Promise.race([
      aborted(signal),
      metrics.prometheus.exited.then(() => {
        died = 'Prometheus';
      }),
      alertmanager.exited.then(() => {
        died = 'Alertmanager';
      }),
    ]);
  } finally {
    await simulator?.close();
    await alertmanager?.close();
    await metrics.close();
  }
  if (died && !signal.aborted) {
    throw new Error(`${died} ended by itself, so the demo world ended too`);
  }
  log('The demo world has ended');
}

async function main(signal: AbortSignal): Promise<void> {
  const [command, folder] = process.argv.slice(2);
  // This program runs from the checkout, never from a build.
  // eslint-disable-next-line no-restricted-syntax
  const dataDir = resolve(folder ?? resolve(__dirname, '../../../.demo'));
  if (command === 'prepare') {
    await prepare(dataDir, signal);
  } else if (command === 'run') {
    await run(dataDir, signal);
  } else {
    log(usage);
    process.exitCode = command === undefined ? 0 : 1;
  }
}

const ending = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => ending.abort());
}
main(ending.signal).catch(error => {
  // Ctrl-C in a terminal reaches promtool and Prometheus as well, and what
  // they say then is no news.
  if (ending.signal.aborted) {
    log('Interrupted; the next start goes on from here');
    process.exitCode = 130;
    return;
  }
  const causes: string[] = [];
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    causes.push(e.message);
  }
  // eslint-disable-next-line no-console
  console.error(causes.join('\n  caused by: '));
  process.exitCode = 1;
});
