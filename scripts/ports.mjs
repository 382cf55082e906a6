import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What listens in the demo, where, and what moves it. */
export const services = {
  app: { port: 3000, variable: 'EO_APP_PORT', what: 'the portal' },
  backend: { port: 7007, variable: 'EO_BACKEND_PORT', what: 'its backend' },
  prometheus: {
    port: 9090,
    variable: 'EO_PROMETHEUS_PORT',
    what: 'Prometheus',
  },
  alertmanager: {
    port: 9093,
    variable: 'EO_ALERTMANAGER_PORT',
    what: 'Alertmanager',
  },
  simulator: {
    port: 9292,
    variable: 'EO_SIMULATOR_PORT',
    what: 'the PagerDuty simulator',
  },
  samples: {
    port: 9191,
    variable: 'EO_SERVICES_PORT',
    what: 'the sample services',
  },
};

/** The ports to use: the usual ones unless the environment says otherwise. */
export function portsFrom(env) {
  return Object.fromEntries(
    Object.entries(services).map(([name, { port, variable }]) => {
      const text = env[variable] || String(port);
      if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > 65535) {
        throw new Error(
          `${variable} is "${text}"; it must be a port, 1 to 65535`,
        );
      }
      return [name, Number(text)];
    }),
  );
}

/** The environment that moves the services to these ports. */
export function environmentFor(ports) {
  return Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [
      services[name].variable,
      String(port),
    ]),
  );
}

/** Whether nothing listens on the port of 127.0.0.1. */
export function isFree(port) {
  return new Promise(resolve => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** @throws Error that names each busy port and how to move what wants it */
export async function assertFree(ports) {
  const busy = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      const { what, variable } = services[name];
      busy.push(
        `Port ${port} (${what}) is busy: end what listens there, or choose another with ${variable}=<port>`,
      );
    }
  }
  if (busy.length) {
    throw new Error(busy.join('\n'));
  }
}

/** Waits until every port is given back. */
export async function untilFree(ports, { patience = 10_000 } = {}) {
  const deadline = Date.now() + patience;
  for (const port of Object.values(ports)) {
    while (!(await isFree(port))) {
      if (Date.now() > deadline) {
        throw new Error(
          `Port ${port} is still busy after everything was ended`,
        );
      }
      await sleep(100);
    }
  }
}

/**
 * A port for each name, all free at the moment, and below those that systems
 * give to outgoing connections: these may be taken before a server starts.
 */
export async function freePorts(...names) {
  const ports = {};
  for (const name of names) {
    let port;
    do {
      port = 20_000 + Math.floor(Math.random() * 12_000);
    } while (Object.values(ports).includes(port) || !(await isFree(port)));
    ports[name] = port;
  }
  return ports;
}
