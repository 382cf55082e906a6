import fs from 'node:fs';
import path from 'node:path';
import { run } from '../command.mjs';
import { step } from '../progress.mjs';

/** Programs the project needs beside Node.js, and how systems call them. */
const programs = {
  prometheus: {
    isThere: env => onPath('prometheus', env) && onPath('promtool', env),
    debian: 'prometheus',
    fedora: 'golang-github-prometheus',
    brew: 'prometheus',
  },
  alertmanager: {
    isThere: env =>
      ['prometheus-alertmanager', 'alertmanager'].some(name =>
        onPath(name, env),
      ),
    debian: 'prometheus-alertmanager',
    fedora: 'golang-github-prometheus-alertmanager',
    brew: 'alertmanager',
  },
  chromium: {
    isThere: env => findChromium(env) !== undefined,
    debian: 'chromium',
    fedora: 'chromium',
    brew: '--cask chromium',
  },
  postgresql: {
    isThere: env => findPostgres(env) !== undefined,
    debian: 'postgresql',
    fedora: 'postgresql-server',
    brew: 'postgresql',
  },
};

/** What builds SQLite where no prebuilt one can be had. */
const compiler = {
  isThere: env => ['python3', 'make', 'g++'].every(name => onPath(name, env)),
  debian: ['python3', 'make', 'g++'],
};

/**
 * Makes sure that the programs are there.
 * @throws Error that names the command to install them, where this is not
 *   Debian or Ubuntu and root
 */
export async function installPrograms(names, env, { signal }) {
  const missing = names.filter(name => !programs[name].isThere(env));
  const mayInstall = onPath('apt-get', env) && process.getuid?.() === 0;
  if (!mayInstall) {
    if (missing.length) {
      throw new Error(
        `${missing.join(' and ')} cannot be found; install with\n  ${commandFor(
          missing,
          env,
        )}`,
      );
    }
    return;
  }
  const packages = missing.map(name => programs[name].debian);
  if (!compiler.isThere(env)) {
    packages.push(...compiler.debian);
  }
  if (packages.length) {
    await step(`Installing ${packages.join(', ')} with apt-get`, news =>
      installWithApt(packages, { env, signal, news }),
    );
  }
}

async function installWithApt(packages, options) {
  const env = { ...options.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      ...options,
      env,
    });
  const allowServices = forbidServices();
  try {
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', ...packages);
  } finally {
    allowServices();
  }
}

/**
 * Debian starts a service as soon as it is installed, and its Prometheus
 * would take port 9090, its Alertmanager 9093. Its packages ask this script
 * first; 101 means no.
 */
function forbidServices(script = '/usr/sbin/policy-rc.d') {
  if (fs.existsSync(script)) {
    return () => {};
  }
  fs.writeFileSync(script, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => fs.rmSync(script, { force: true });
}

function commandFor(missing, env) {
  const named = system => missing.map(name => programs[name][system]);
  if (onPath('apt-get', env)) {
    return `sudo apt-get install --no-install-recommends ${named('debian').join(
      ' ',
    )}`;
  }
  if (onPath('brew', env)) {
    return named('brew')
      .map(name => `brew install ${name}`)
      .join(' && ');
  }
  if (onPath('dnf', env)) {
    return `sudo dnf install ${named('fedora').join(' ')}`;
  }
  return `your system's package manager: ${missing.join(', ')}`;
}

/** The browser for the tests: `EO_CHROMIUM`, or one of the usual names. */
export function findChromium(env) {
  return [
    env.EO_CHROMIUM,
    ...[
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ].map(name => onPath(name, env)),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find(file => file && fs.existsSync(file));
}

/** The folder of `initdb` and `postgres`: Debian keeps them off the PATH. */
export function findPostgres(env) {
  const initdb = onPath('initdb', env);
  if (initdb) {
    return path.dirname(initdb);
  }
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map(version => path.join(debian, version, 'bin'))
    .find(folder => fs.existsSync(path.join(folder, 'initdb')));
}

function onPath(name, env) {
  return env.PATH.split(path.delimiter)
    .map(folder => path.join(folder, name))
    .find(file => fs.existsSync(file));
}
