import { createServer } from 'node:net';
import { assertPortFree, freePort, portFromEnv } from './ports';

it('names a busy port and the variable that changes it', async () => {
  const port = await freePort();
  await assertPortFree(port, 'EO_PROMETHEUS_PORT', 'Prometheus');
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(port, '127.0.0.1', resolve);
  });
  await expect(
    assertPortFree(port, 'EO_PROMETHEUS_PORT', 'Prometheus'),
  ).rejects.toThrow(
    `Port ${port} (Prometheus) is busy; stop what listens there or set EO_PROMETHEUS_PORT`,
  );
  await new Promise(resolve => server.close(resolve));
});

it('reads ports from the environment', () => {
  expect(portFromEnv({}, 'P', 9090)).toBe(9090);
  expect(portFromEnv({ P: '' }, 'P', 9090)).toBe(9090);
  expect(portFromEnv({ P: '19090' }, 'P', 9090)).toBe(19090);
  expect(() => portFromEnv({ P: 'http' }, 'P', 9090)).toThrow(
    'P must be a port from 1 to 65535, not "http"',
  );
});
