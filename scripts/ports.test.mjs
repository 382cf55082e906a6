import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { it } from 'node:test';
import {
  assertFree,
  environmentFor,
  freePorts,
  portsFrom,
  untilFree,
} from './ports.mjs';

it('takes the usual ports unless the environment says otherwise', () => {
  assert.deepEqual(portsFrom({ EO_APP_PORT: '3100', EO_BACKEND_PORT: '' }), {
    app: 3100,
    backend: 7007,
    prometheus: 9090,
    alertmanager: 9093,
    simulator: 9292,
    samples: 9191,
  });
  assert.equal(environmentFor({ app: 3100 }).EO_APP_PORT, '3100');
});

for (const wrong of ['app', '0', '65536', '30.5', '-1']) {
  it(`refuses ${wrong} as a port, and says where it stands`, () => {
    assert.throws(
      () => portsFrom({ EO_APP_PORT: wrong }),
      new RegExp(`EO_APP_PORT is "${wrong}"`),
    );
  });
}

it('names a busy port, what needs it and what moves it', async () => {
  const ports = await freePorts('app', 'backend');
  const server = net.createServer().listen(ports.backend, '127.0.0.1');
  await once(server, 'listening');

  await assert.rejects(assertFree(ports), error => {
    assert.match(error.message, new RegExp(`Port ${ports.backend} \\(its`));
    assert.match(error.message, /EO_BACKEND_PORT=<port>/);
    assert.doesNotMatch(error.message, new RegExp(`${ports.app}`));
    return true;
  });
  await assert.rejects(untilFree(ports, { patience: 100 }), /still busy/);

  server.close();
  await untilFree(ports);
});
