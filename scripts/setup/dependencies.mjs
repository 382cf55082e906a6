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
  const headers = nodeHeaders();
  const building = { ...env, ...(headers && { npm_config_nodedir: headers }) };
  const yarn = (title, args) =>
    step(title, news => run('yarn', args, { env: building, signal, news }));

  const lockfile = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'yarn.lock')))
    .digest('hex');
  if (readStamp() !== lockfile) {
    await yarn('Installing dependencies', ['install', '--immutable']);
    fs.writeFileSync(stamp, lockfile);
  }
  if (!(await loadsSqlite())) {
    await yarn(`Building SQLite for Node.js ${process.versions.node}`, [
      'rebuild',
      'better-sqlite3',
    ]);
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
