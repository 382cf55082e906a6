import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { second } from '../durations';
import { assertPortFree } from './ports';

export interface PrometheusOptions {
  databaseDir: string;
  configFile: string;
  port: number;
}

export interface RunningPrometheus {
  url: string;
  pid: number;
  /** Settles when the process is gone, wanted or not. */
  exited: Promise<void>;
  /** Stands still: takes connections and answers none. */
  hold(): void;
  /** Goes on after it was held. */
  continue(): void;
  /** Asks it to end and waits until it has. */
  close(): Promise<void>;
}

/** Compaction may delay the end; after this it is ended the hard way. */
const patience = 20 * second;

/**
 * Starts Prometheus on 127.0.0.1 and waits until it answers queries.
 * @throws Error with its last words if it does not
 */
export async function startPrometheus({
  databaseDir,
  configFile,
  port,
}: PrometheusOptions): Promise<RunningPrometheus> {
  await assertPortFree(port, 'EO_PROMETHEUS_PORT', 'Prometheus');
  const child = spawn(
    'prometheus',
    [
      `--config.file=${configFile}`,
      `--storage.tsdb.path=${databaseDir}`,
      '--storage.tsdb.retention.time=45d',
      `--web.listen-address=127.0.0.1:${port}`,
      // Alerts with a shorter `for` would forget at each start since when
      // they have been active.
      '--rules.alert.for-grace-period=1m',
      '--log.level=warn',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let lastWords = '';
  child.stderr.on('data', chunk => {
    lastWords = (lastWords + String(chunk)).slice(-4000);
  });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', cause =>
      reject(
        new Error(
          'prometheus could not be started; is the package "prometheus" installed and on PATH?',
          { cause },
        ),
      ),
    );
    child.once('exit', code =>
      reject(new Error(`prometheus ended (exit code ${code}): ${lastWords}`)),
    );
  });
  const exited = failed.catch(() => {});
  const { pid } = child;
  if (pid === undefined) {
    return failed;
  }

  const hold = () => {
    child.kill('SIGSTOP');
  };
  const goOn = () => {
    child.kill('SIGCONT');
  };
  const close = async () => {
    // While it is held it does not hear that it shall end.
    goOn();
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await exited;
    clearTimeout(timer);
  };
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => {
    const deadline = Date.now() + 60 * second;
    while (Date.now() < deadline) {
      const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await sleep(100);
    }
    throw new Error(`prometheus was not ready after 60 s: ${lastWords}`);
  };
  try {
    await Promise.race([ready(), failed]);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, pid, exited, hold, continue: goOn, close };
}
