import { createServer, type AddressInfo } from 'node:net';

/**
 * Checks before a long wait what would otherwise fail after it.
 * @throws Error that names the port and the variable that changes it
 */
export async function assertPortFree(
  port: number,
  variable: string,
  purpose: string,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', cause =>
      reject(
        new Error(
          `Port ${port} (${purpose}) is busy; stop what listens there or set ${variable}`,
          { cause },
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** A port nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  return await new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = probe.address();
      probe.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No port was given')),
      );
    });
  });
}

/**
 * @param name - the environment variable
 * @throws Error if it is set and not a port
 */
export function portFromEnv(
  env: Record<string, string | undefined>,
  name: string,
  fallback: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`${name} must be a port from 1 to 65535, not "${text}"`);
  }
  return port;
}
