#!/usr/bin/env node
import path from 'node:path';
import { aborted, Interrupted, onInterruption } from './interruption.mjs';
import { keep } from './place.mjs';
import { Portal } from './portal.mjs';
import { assertFree, portsFrom, untilFree } from './ports.mjs';
import { Processes } from './processes.mjs';
import { step } from './progress.mjs';
import { setUp } from './setup/setUp.mjs';

const signal = onInterruption();
const processes = new Processes({ logs: path.join(keep, 'logs') });

async function demo(ports) {
  const env = await setUp(['prometheus', 'alertmanager'], { signal });
  const portal = new Portal({ processes, ports, env, signal });

  // The app compiles for a while and needs nobody; the backend wants the
  // world to be there when it reads it for the first time.
  const app = portal.startApp();
  const world = portal.startWorld(keep);
  await step(
    'Starting Prometheus with a month of history, Alertmanager and PagerDuty',
    news => portal.untilWorldIsUp(world, news),
  );
  const backend = portal.startBackend();
  await step('Starting the backend', news =>
    portal.untilBackendIsUp(backend, news),
  );
  await step('Starting the app', news => portal.untilAppIsUp(app, news));

  console.log(whatToOpen(ports));
  await Promise.race([aborted(signal), processes.anyEnded()]);
}

const whatToOpen = ports => `
Open   http://localhost:${ports.app}/catalog/default/component/checkout
       Checkout is burning its error budget right now. Every other service
       tells a story of its own: packages/demo-world/README.md

Sign in as Maya Okafor, who owns services and may act, or as Sam Reader, who
may only read. No passwords.

Backend            http://localhost:${ports.backend}
Prometheus         http://localhost:${ports.prometheus}
Alertmanager       http://localhost:${ports.alertmanager}
PagerDuty's API    http://localhost:${ports.simulator}   (simulated)
Logs               .demo/logs

A token for curl:  curl -s http://localhost:${ports.backend}/api/auth/guest/refresh

Ctrl-C ends everything.
`;

async function endAll(ports) {
  await processes.endAll();
  await untilFree(ports);
  console.log('Everything has ended.');
}

function complain(error) {
  if (!(error instanceof Interrupted)) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

try {
  const ports = portsFrom(process.env);
  await assertFree(ports);
  await demo(ports).catch(complain);
  await endAll(ports);
} catch (error) {
  complain(error);
}
process.exit();
