import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { run } from '../command.mjs';
import { untilHealthy } from '../health.mjs';
import { freePorts } from '../ports.mjs';
import { findPostgres } from '../setup/systemPackages.mjs';

const majors = [13, 14, 15, 16, 17, 18];

/**
 * A PostgreSQL of our own, empty, in a folder that goes away with it.
 * @param options.durable whether writes wait for the disk, as they do in
 *   production; nothing of a test outlives it
 * @returns its address, the environment that tells Backstage's TestDatabases
 *   of it, and how to remove the folder once the server has ended
 */
export async function startPostgres({
  processes,
  env,
  signal,
  news,
  durable = false,
}) {
  const programs = findPostgres(env);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eo-postgres-'));
  const data = path.join(folder, 'data');
  const as = whoMayRunIt(folder);
  await run(
    path.join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { cwd: folder, env, signal, news, ...as },
  );
  const { postgres: port } = await freePorts('postgres');
  const server = processes.start(
    'postgres',
    path.join(programs, 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
      ...['-c', `fsync=${durable ? 'on' : 'off'}`],
      ...['-c', 'max_connections=200'],
    ],
    // SIGTERM would wait for clients to leave.
    { endBy: 'SIGINT', cwd: folder, env, ...as },
  );
  await untilHealthy(server, () => isListening(port), { signal, news });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
    env: {
      ...env,
      ...Object.fromEntries(
        majors.map(major => [
          `BACKSTAGE_TEST_DATABASE_POSTGRES${major}_CONNECTION_STRING`,
          url,
        ]),
      ),
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** PostgreSQL refuses root; its package brings a user for it. */
function whoMayRunIt(folder) {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = flag =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const [uid, gid] = [id('-u'), id('-g')];
  fs.chownSync(folder, uid, gid);
  return { uid, gid };
}

function isListening(port) {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true) || socket.destroy());
    socket.once('error', () => resolve(false));
  });
}
