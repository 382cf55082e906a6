import { ChildProcess, execFile, spawn, spawnSync } from 'child_process';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { createServer } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import { isError } from '@backstage/errors';

const run = promisify(execFile);

/** Why tests with a real Prometheus cannot run here; undefined when they can. */
export function whyNoPrometheus(): string | undefined {
  const missing = ['prometheus', 'promtool'].filter(
    program => spawnSync(program, ['--version']).status !== 0,
  );
  return missing.length === 0
    ? undefined
    : `${missing.join(' and ')} not found on PATH`;
}

export interface TemporaryPrometheus {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a Prometheus on a free port of this host, with the given samples as
 * its history. It scrapes nothing. Samples may lie in the future, so that the
 * present looks live.
 */
export async function startPrometheus(options: {
  /** OpenMetrics text with timestamps, ending in `# EOF`. */
  openMetrics: string;
  /** Alerting rules, as a rules file. */
  rules?: string;
}): Promise<TemporaryPrometheus> {
  const directory = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const input = join(directory, 'history.txt');
  const data = join(directory, 'data');
  const config = join(directory, 'prometheus.yml');
  const rules = join(directory, 'rules.yml');
  await writeFile(input, options.openMetrics);
  await writeFile(rules, options.rules ?? 'groups: []');
  await writeFile(
    config,
    `global: {evaluation_interval: 1s}\nrule_files: [${JSON.stringify(
      rules,
    )}]\n`,
  );
  await run('promtool', [
    ...['tsdb', 'create-blocks-from', 'openmetrics'],
    ...['--quiet', '--max-block-duration=24h', input, data],
  ]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=90d',
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const stop = async () => {
    await ended(server);
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await ready(server, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', chunk => {
    said += chunk;
  });
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    try {
      const response = await fetch(`${url}/-/ready`);
      await response.text();
      if (response.ok) {
        return;
      }
    } catch (error) {
      if (!isError(error)) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`Prometheus did not become ready: ${said}`);
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) {
    return;
  }
  const exit = new Promise(resolve => server.once('exit', resolve));
  server.kill('SIGTERM');
  const patience = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await exit;
  clearTimeout(patience);
}
