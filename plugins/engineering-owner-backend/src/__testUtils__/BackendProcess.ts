import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { JsonObject } from '@backstage/types';

const packageDir = path.resolve(__dirname, '../..');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A whole backend as a process of its own, see `dev/onCallBackend.ts`. */
export class BackendProcess {
  readonly #child: ChildProcess;
  readonly #port: number;
  #output = '';

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#port = port;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', chunk => {
        this.#output += chunk;
      });
    }
  }

  /** @param config - without where it listens */
  static async start(config: JsonObject): Promise<BackendProcess> {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        path.join(packageDir, 'dev/onCallBackend.ts'),
      ],
      {
        cwd: packageDir,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          // Of Jest's own, which means other things to a plain process.
          NODE_OPTIONS: '',
          EO_CONFIG: JSON.stringify({
            ...config,
            backend: {
              ...(config.backend as JsonObject),
              baseUrl: `http://127.0.0.1:${port}`,
              listen: { host: '127.0.0.1', port },
            },
          }),
        },
      },
    );
    return new BackendProcess(child, port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/api/engineering-owner`;
  }

  /** What it has logged; tells why it did not start. */
  get output(): string {
    return this.#output;
  }

  async isUp(): Promise<boolean> {
    if (this.#child.exitCode !== null) {
      throw new Error(`The backend ended:\n${this.#output}`);
    }
    const url = `http://127.0.0.1:${this.#port}/.backstage/health/v1/readiness`;
    return fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** At once, with whatever it was doing. */
  async kill(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill('SIGKILL');
      await ended;
    }
  }
}
