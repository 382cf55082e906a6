import path from 'node:path';
import { answers, isReachable, untilHealthy } from './health.mjs';
import { binary, root } from './place.mjs';
import { environmentFor } from './ports.mjs';

/**
 * The demo portal and the world it talks to, started part by part. Used by
 * `npm run demo` and by the browser tests.
 */
export class Portal {
  #processes;
  #ports;
  #signal;

  /** What the parts run with, and what tests of them need to know. */
  env;

  constructor({ processes, ports, env, signal }) {
    this.#processes = processes;
    this.#ports = ports;
    this.#signal = signal;
    this.env = {
      ...env,
      ...environmentFor(ports),
      NODE_ENV: 'development',
      // The dev server would open a window.
      BROWSER: 'none',
    };
  }

  /** Sample services, Prometheus with a month of history, Alertmanager, the PagerDuty simulator. */
  startWorld(folder) {
    return this.#processes.start(
      'demo world',
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'packages/demo-world/src/cli.ts',
        'run',
        folder,
      ],
      { env: this.env },
    );
  }

  startBackend() {
    return this.#processes.start(
      'backend',
      binary('backstage-cli'),
      ['package', 'start'],
      { env: this.env, cwd: path.join(root, 'packages/backend') },
    );
  }

  /** The app by the development server: edits show at once. */
  startApp() {
    return this.#processes.start(
      'app',
      binary('backstage-cli'),
      ['package', 'start'],
      { env: this.env, cwd: path.join(root, 'packages/app') },
    );
  }

  async untilWorldIsUp(world, news) {
    const { prometheus, alertmanager, simulator } = this.#ports;
    await this.#until(world, news, async () => {
      const up = await Promise.all([
        answers(`http://127.0.0.1:${prometheus}/-/ready`),
        answers(`http://127.0.0.1:${alertmanager}/-/ready`),
        isReachable(`http://127.0.0.1:${simulator}/abilities`),
      ]);
      return up.every(Boolean);
    });
  }

  /** Kills a sample service, as far as Prometheus can tell. */
  async stopSample(name) {
    const address = `http://127.0.0.1:${
      this.#ports.samples
    }/services/${name}/stop`;
    const { ok, status } = await fetch(address, { method: 'POST' });
    if (!ok) {
      throw new Error(`${address} answered ${status}`);
    }
  }

  /** Ready is when the catalog has read the examples and both people may come in. */
  async untilBackendIsUp(backend, news) {
    const api = `http://127.0.0.1:${this.#ports.backend}`;
    await this.#until(backend, news, () =>
      answers(`${api}/.backstage/health/v1/readiness`),
    );
    await this.#until(backend, news, async () => {
      const people = await Promise.all(
        ['guest', 'demo-reader'].map(provider =>
          answers(`${api}/api/auth/${provider}/refresh`),
        ),
      );
      return people.every(Boolean) && (await this.#hasCheckout(api));
    });
  }

  async untilAppIsUp(app, news) {
    await this.#until(app, news, () =>
      answers(`http://127.0.0.1:${this.#ports.app}/`),
    );
  }

  async #hasCheckout(api) {
    const session = await fetch(`${api}/api/auth/guest/refresh`);
    const { backstageIdentity } = await session.json();
    return answers(
      `${api}/api/catalog/entities/by-name/component/default/checkout`,
      { authorization: `Bearer ${backstageIdentity?.token}` },
    );
  }

  async #until(process_, news, probe) {
    await untilHealthy(process_, probe, { news, signal: this.#signal });
  }
}
