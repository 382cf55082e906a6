import { copyFile, mkdtemp, rm, writeFile } from 'fs/promises';
import { createServer, Server } from 'https';
import { tmpdir } from 'os';
import { join } from 'path';
import { TLSSocket } from 'tls';
import { createAuthority, whyNoOpenssl } from '../__testUtils__/certificates';
import { answerJson, vector } from '../__testUtils__/fakeServer';
import { testClient, testInstance } from '../__testUtils__/instance';
import { HttpTls } from '@engineering-owner/backstage-plugin-node/http';

const reason = whyNoOpenssl();
if (reason) {
  // eslint-disable-next-line no-console
  console.warn(`Tests with certificates are skipped: ${reason}`);
}
const describeTls = reason ? describe.skip : describe;
const { signal } = new AbortController();
const at = new Date('2026-03-04T05:00:00Z');

describeTls(`Over TLS${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let directory: string;
  let ours: ReturnType<typeof createAuthority>;
  let client: ReturnType<typeof ours.issue>;
  let server: Server;
  let url: string;
  const names: string[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tls-'));
    ours = createAuthority(directory);
    const { cert, key } = ours.issue('metrics.internal');
    client = ours.issue('backstage');
    server = createServer(
      {
        cert,
        key,
        ca: client.cert,
        requestCert: true,
        rejectUnauthorized: false,
      },
      (request, response) => {
        const { socket } = request;
        names.push(
          socket instanceof TLSSocket
            ? String(socket.getPeerCertificate().subject?.CN)
            : 'no TLS',
        );
        request.resume();
        answerJson(response, 200, vector([[{ a: 'b' }, '1']]));
      },
    );
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    url = `https://127.0.0.1:${
      typeof address === 'object' && address ? address.port : 0
    }`;
  }, 30_000);

  beforeEach(() => {
    names.length = 0;
  });

  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await rm(directory, { recursive: true, force: true });
  });

  function ask(tls?: HttpTls) {
    const instance = testInstance(url, tls && { tls });
    return testClient(instance).query('up', at, signal);
  }

  const strict = { serverName: 'metrics.internal', insecureSkipVerify: false };

  it('trusts an authority of its own, from a file', async () => {
    const { result } = await ask({ ...strict, ca: { file: ours.file } });
    expect(result).toEqual([{ labels: { a: 'b' }, value: 1 }]);
    expect(names).toEqual(['undefined']);
  });

  it('shows its own certificate, inline', async () => {
    const { cert, key } = client;
    await ask({
      ...strict,
      ca: { file: ours.file },
      client: { cert: { text: cert }, key: { text: key } },
    });
    expect(names).toEqual(['backstage']);
  });

  it.each<[string, HttpTls | undefined, RegExp]>([
    ['an unknown authority, without tls', undefined, /certificate|issuer/],
    ['an unknown authority', { ...strict }, /certificate|issuer/],
    [
      'another name',
      { insecureSkipVerify: false },
      /does not match|certificate|issuer/,
    ],
    [
      'a file that is not there',
      { ...strict, ca: { file: '/nowhere/ca.pem' } },
      /cannot be asked: the file "\/nowhere\/ca.pem" of tls.ca cannot be read \(ENOENT\)/,
    ],
  ])('does not send to %s', async (_, tls, message) => {
    await expect(ask(tls)).rejects.toThrow(message);
    expect(names).toEqual([]);
  });

  it('names the name that is missing', async () => {
    await expect(
      ask({ ca: { file: ours.file }, insecureSkipVerify: false }),
    ).rejects.toThrow(/cannot be reached: .*(altnames|IP)/i);
  });

  it('sends to anybody when told to', async () => {
    await ask({ insecureSkipVerify: true });
    expect(names).toHaveLength(1);
  });

  it('takes a certificate that was replaced', async () => {
    const certFile = join(directory, 'mine.pem');
    const keyFile = join(directory, 'mine.key');
    await copyFile(client.certFile, certFile);
    await copyFile(client.keyFile, keyFile);
    const its = testClient(
      testInstance(url, {
        tls: {
          ...strict,
          ca: { file: ours.file },
          client: { cert: { file: certFile }, key: { file: keyFile } },
        },
      }),
    );
    await its.query('up', at, signal);
    const next = ours.issue('replaced');
    await writeFile(certFile, next.cert);
    await writeFile(keyFile, next.key);
    await its.query('up', at, signal);
    expect(names).toEqual(['backstage', 'replaced']);
  });
});
