import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { run } from '../command.mjs';
import { root } from '../place.mjs';
import { step } from '../progress.mjs';
import { nodeHeaders } from './nodeHeaders.mjs';

const stamp = path.join(root, 'node_modules/.installed-lockfile');

/** Installs what yarn.lock says, unless that is installed already. */
export async function installDependencies(env, { signal }) {
  const lockfile = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'yarn.lock')))
    .digest('hex');
  if (readStamp() !== lockfile) {
    await step('Installing dependencies', news =>
      run('yarn', ['install', '--immutable'], {
        // Of all native modules the portal needs SQLite's, which comes next;
        // compiling the others would take minutes.
        env: { ...env, YARN_ENABLE_SCRIPTS: 'false' },
        signal,
        news,
      }),
    );
    fs.writeFileSync(stamp, lockfile);
  }
  if (!(await loadsSqlite())) {
    await buildSqlite(env, { signal });
  }
}

async function buildSqlite(env, { signal }) {
  const headers = nodeHeaders();
  await step(`Building SQLite for Node.js ${process.versions.node}`, news =>
    run('npm', ['run', 'install'], {
      cwd: path.join(root, 'node_modules/better-sqlite3'),
      env: { ...env, ...(headers && { npm_config_nodedir: headers }) },
      signal,
      news,
    }),
  );
  if (!(await loadsSqlite())) {
    throw new Error(
      'SQLite (better-sqlite3) was built and still does not load; delete node_modules and try again',
    );
  }
}

function readStamp() {
  try {
    return fs.readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

/** False after another version of Node.js built it: native modules fit one. */
async function loadsSqlite() {
  try {
    await promisify(execFile)(
      process.execPath,
      ['-e', `new (require('better-sqlite3'))(':memory:')`],
      { cwd: root },
    );
    return true;
  } catch {
    return false;
  }
}
