import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { testAccount } from '../__testUtils__/account';
import { requestToken } from './requestToken';
import { Transport } from './Transport';

const { signal } = new AbortController();

describe('Transport', () => {
  const servers: Server[] = [];

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  afterEach(async () => {
    await Promise.all(
      servers
        .splice(0)
        .map(server => new Promise(resolve => server.close(resolve))),
    );
  });

  it.each([301, 302, 303, 307, 308])(
    'does not hand the client’s secret on where a %s points',
    async status => {
      const elsewhere: string[] = [];
      const other = await serve((request, response) => {
        elsewhere.push(request.url ?? '');
        response.end('{"access_token":"stolen","expires_in":60}');
      });
      const identityBaseUrl = await serve((_, response) => {
        response.writeHead(status, { location: `${other}/take` }).end();
      });
      const account = testAccount();
      const asked = requestToken(
        account,
        {
          type: 'oauth',
          clientId: 'demo-client',
          clientSecret: 'very-secret',
          accountScope: 'as_account-us.demo',
          identityBaseUrl,
        },
        new Transport(account),
        signal,
        undefined,
      );
      await expect(asked).rejects.toThrow(
        `PagerDuty account "default": POST /oauth/token at ${identityBaseUrl} answered ${status}, a redirect to ${other}. Redirects are not followed`,
      );
      await expect(asked).rejects.not.toThrow('very-secret');
      expect(elsewhere).toEqual([]);
    },
  );

  it('takes an answer that breaks off for none, not for a short one', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"services":[],"more":false}');
      setTimeout(() => response.destroy(), 20);
    });
    const asked = new Transport(testAccount()).send(
      { method: 'GET', url: new URL(`${url}/services`), headers: {} },
      signal,
    );
    await expect(asked).rejects.toMatchObject({
      failure: 'unreachable',
      isWorthRetrying: true,
    });
  });

  it('hands on an answer that does not point elsewhere', async () => {
    const address = await serve((_, response) => {
      response.end('{}');
    });
    const answer = await new Transport(testAccount()).send(
      { method: 'GET', url: new URL(`${address}/services`), headers: {} },
      signal,
    );
    expect(answer).toMatchObject({ status: 200, body: '{}' });
  });
});
