#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { Interrupted, onInterruption } from './interruption.mjs';
import { binary, keep, root } from './place.mjs';
import { run } from './command.mjs';
import { Portal } from './portal.mjs';
import { freePorts } from './ports.mjs';
import { Processes } from './processes.mjs';
import { step } from './progress.mjs';
import { setUp } from './setup/setUp.mjs';
import { findChromium } from './setup/systemPackages.mjs';
import { runJest } from './testing/jestRun.mjs';
import { runNodeTests } from './testing/nodeTestRun.mjs';
import { startPostgres } from './testing/postgres.mjs';
import { Tally } from './testing/tally.mjs';

const signal = onInterruption();
const reports = path.join(keep, 'test-reports');
const processes = new Processes({ logs: path.join(keep, 'test-logs') });

async function unitAndIntegration(env, paths = []) {
  const postgres = await step('Starting PostgreSQL', news =>
    startPostgres({ processes, env, signal, news }),
  );
  try {
    return await step('Unit and integration tests', () =>
      runJest(paths, { env: postgres.env, signal, reports }),
    );
  } finally {
    await processes.endAll();
    postgres.remove();
  }
}

/** Against a portal of its own, on ports of its own: a demo may be running. */
async function inTheBrowser(env) {
  const { backend, ...others } = await freePorts(
    'backend',
    'prometheus',
    'alertmanager',
    'simulator',
    'samples',
  );
  // The backend serves the built app.
  const ports = { app: backend, backend, ...others };
  const portal = new Portal({ processes, ports, env, signal });
  try {
    const world = portal.startWorld(path.join(keep, 'test-world'));
    await step('Starting Prometheus, Alertmanager and PagerDuty', news =>
      portal.untilWorldIsUp(world, news),
    );
    // Five minutes have to be empty before it shows: they pass while the app is
    // built and the other tests run, and the last test looks.
    await portal.stopSample('profile');
    await step('Building the app', news =>
      run(binary('backstage-cli'), ['package', 'build'], {
        cwd: path.join(root, 'packages/app'),
        env,
        signal,
        news,
      }),
    );
    const server = portal.startBackend();
    await step('Starting the backend', news =>
      portal.untilBackendIsUp(server, news),
    );
    return await step('Browser tests', () =>
      runNodeTests('browser', 'e2e-tests', {
        env: { ...portal.env, EO_CHROMIUM: findChromium(env) },
        signal,
        reports,
      }),
    );
  } finally {
    await processes.endAll();
  }
}

/** What cannot even start is a complaint; the other runners still run. */
async function tallyOf(name, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Interrupted) {
      throw error;
    }
    const tally = new Tally();
    tally.complaints.push(`${name}: ${error.message}`);
    return tally;
  }
}

/** Everything; or with arguments only what Jest finds by them. */
async function test() {
  const env = await setUp(
    ['prometheus', 'alertmanager', 'chromium', 'postgresql'],
    { signal },
  );
  fs.mkdirSync(reports, { recursive: true });
  const all = new Tally();
  const paths = process.argv.slice(2);
  if (paths.length) {
    all.add(await tallyOf('Jest', () => unitAndIntegration(env, paths)));
    return all;
  }
  all.add(
    await tallyOf('scripts', () =>
      step('Tests of the scripts', () =>
        runNodeTests('scripts', 'scripts', { env, signal, reports }),
      ),
    ),
  );
  all.add(await tallyOf('Jest', () => unitAndIntegration(env)));
  all.add(await tallyOf('browser', () => inTheBrowser(env)));
  return all;
}

function close(tally) {
  console.log('');
  for (const title of tally.skipped) {
    console.log(`Skipped: ${title}`);
  }
  for (const title of tally.withoutReason) {
    console.log(
      `"${title}" is skipped; its title has to say "skipped because …"`,
    );
  }
  for (const complaint of tally.complaints) {
    console.log(complaint);
  }
  console.log(String(tally));
  process.exitCode = tally.isGood ? 0 : 1;
}

try {
  close(await test());
} catch (error) {
  await processes.endAll();
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
