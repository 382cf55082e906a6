import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../metrics';

/** As Debian calls it, and everybody else. */
const findProgram = () =>
  ['prometheus-alertmanager', 'alertmanager'].find(
    name => spawnSync(name, ['--version']).status === 0,
  );

/** Why no Alertmanager can be started here; undefined when one can. */
export function whyNoAlertmanager(): string | undefined {
  return findProgram()
    ? undefined
    : 'neither prometheus-alertmanager nor alertmanager found on PATH';
}

export interface RunningAlertmanager {
  url: string;
  /** Sends it alerts that fire until they are sent again with another end. */
  fire(...alerts: FiredAlert[]): Promise<void>;
  /** Makes a silence from now for an hour and answers with its id. */
  silence(matchers: PostedMatcher[], rest?: object): Promise<string>;
  expire(silenceId: string): Promise<void>;
  /** Settles when the process is gone, wanted or not. */
  exited: Promise<void>;
  close(): Promise<void>;
}

export interface FiredAlert {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  startsAt?: string;
  endsAt?: string;
}

export interface PostedMatcher {
  name: string;
  value: string;
  isRegex: boolean;
  isEqual?: boolean;
}

/** Nobody is told; a down cluster makes what runs on it redundant. */
const config = `
route: {receiver: nobody, group_wait: 0s, group_by: ['...']}
receivers: [{name: nobody}]
inhibit_rules:
  - source_matchers: [alertname="ClusterDown"]
    target_matchers: [severity="ticket"]
    equal: [cluster]
`;

/**
 * Starts an Alertmanager without a cluster, without anything it remembers, on
 * 127.0.0.1.
 *
 * @param options.port - a free one unless given
 * @param options.directory - emptied first and removed in the end; a new one
 *   unless given
 * @throws Error with its last words if it does not become ready
 */
export async function startAlertmanager(
  options: { port?: number; directory?: string } = {},
): Promise<RunningAlertmanager> {
  const program = findProgram();
  if (!program) {
    throw new Error(whyNoAlertmanager());
  }
  const directory =
    options.directory ?? (await mkdtemp(join(tmpdir(), 'alertmanager-')));
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'alertmanager.yml');
  await writeFile(file, config);
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(
    program,
    [
      `--config.file=${file}`,
      `--storage.path=${join(directory, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = new Promise<void>(resolve =>
    server.once('exit', () => resolve()),
  );
  const close = async () => {
    await ended(server);
    await rm(directory, { recursive: true, force: true });
  };
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`Alertmanager refused ${path}: ${text}`);
    }
    return text && JSON.parse(text);
  };
  try {
    await ready(server, url);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    async fire(...alerts) {
      await post('/api/v2/alerts', alerts);
    },
    async silence(matchers, rest = {}) {
      const answer = await post('/api/v2/silences', {
        matchers,
        startsAt: new Date(Date.now() - 1_000).toISOString(),
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
        createdBy: 'ada',
        comment: 'moving the database',
        ...rest,
      });
      return idOf(answer);
    },
    async expire(silenceId) {
      await fetch(`${url}/api/v2/silence/${silenceId}`, { method: 'DELETE' });
    },
    exited,
    close,
  };
}

function idOf(answer: unknown): string {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'silenceID' in answer &&
    typeof answer.silenceID === 'string'
  ) {
    return answer.silenceID;
  }
  throw new Error(`Alertmanager made no silence: ${JSON.stringify(answer)}`);
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', chunk => {
    said += chunk;
  });
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const response = await fetch(`${url}/-/ready`).catch(() => undefined);
    await response?.text();
    if (response?.ok) {
      return;
    }
    await sleep(100);
  }
  throw new Error(`Alertmanager did not become ready: ${said}`);
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
