import { createServer, Server, ServerResponse } from 'http';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { testSource } from '../__testUtils__/instance';
import { AlertmanagerInstance } from '../instances/instance';

const { signal } = new AbortController();

const alert = {
  fingerprint: 'b5d4045c3f466fa9',
  labels: { alertname: 'ErrorsHigh', service: 'checkout' },
  annotations: {},
  startsAt: '2026-03-04T05:00:00.123Z',
  status: { state: 'active', silencedBy: [], inhibitedBy: [] },
};
const silence = {
  id: 'b1a7c8f0-0000-4000-8000-000000000001',
  matchers: [{ name: 'service', value: 'checkout', isRegex: false }],
  startsAt: '2026-03-04T05:00:00.123Z',
  endsAt: '2026-03-04T06:00:00.123Z',
  createdBy: 'ada',
  comment: '',
  status: { state: 'active' },
};

describe('An Alertmanager that misbehaves', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function sourceOf(
    answer: (response: ServerResponse, path: string) => void,
    overrides: Partial<AlertmanagerInstance> = {},
  ) {
    server = createServer((request, response) =>
      answer(response, request.url ?? ''),
    );
    await new Promise<void>(done => server?.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return testSource(`http://127.0.0.1:${port}`, overrides);
  }
  const says = (status: number, body: string) => (response: ServerResponse) => {
    response.writeHead(status);
    response.end(body);
  };
  const lists = (...entries: unknown[]) => says(200, JSON.stringify(entries));

  it.each<[string, number, string, RegExp]>([
    [
      'a matcher it does not understand, in JSON',
      400,
      '"bad matcher format: severity>1"',
      /refused the request \(400\): "bad matcher format: severity>1"$/,
    ],
    [
      'a matcher it does not understand, as text',
      400,
      'bad matcher format: severity>1\n',
      /refused the request \(400\): "bad matcher format: severity>1"$/,
    ],
    [
      'a request that is not its own',
      422,
      '{"code":602,"message":"active in query must be of type boolean"}',
      /\(422\): "active in query must be of type boolean"$/,
    ],
    [
      'no credentials',
      401,
      'Unauthorized',
      /does not accept the configured credentials \(401\): "Unauthorized"$/,
    ],
    [
      'another path',
      404,
      'not found',
      /is baseUrl the root of an Alertmanager/,
    ],
    ['a fault', 500, '"disk full"', /failed \(500\): "disk full"$/],
    ['being overloaded', 503, '', /is overloaded \(503\): an empty body$/],
    ['a redirect', 302, '', /answered with a redirect \(302\)/],
    ['a page', 200, '<html>Sign in</html>', /something else .*<html>Sign in/],
    [
      'half a body',
      200,
      '[{"fingerprint": "b5d',
      /something else than the API/,
    ],
    ['an object', 200, '{"status":"success"}', /something else than the API/],
  ])('says %s', async (_, status, body, message) => {
    const source = await sourceOf(says(status, body));
    await expect(source.readAlerts({ signal })).rejects.toThrow(message);
    await expect(source.readSilences({ signal })).rejects.toThrow(
      /^Alertmanager "default" at http:/,
    );
  });

  it('breaks off in the middle of an answer', async () => {
    const source = await sourceOf(response => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('[{"fingerprint"', () => response.destroy());
    });
    await expect(source.readAlerts({ signal })).rejects.toThrow(
      /cannot be reached/,
    );
  });

  it('does not answer in time', async () => {
    const source = await sourceOf(() => {}, { timeoutMs: 100 });
    await expect(source.readAlerts({ signal })).rejects.toThrow(
      'did not answer within 0.1 s',
    );
  });

  it('answers with 20 MB, of which no more than 16 MiB are read', async () => {
    const source = await sourceOf(response => {
      response.writeHead(200);
      response.end(Buffer.alloc(20_000_000, ' '));
    });
    await expect(source.readAlerts({ signal })).rejects.toThrow(
      'answered with more than 16 MiB; read fewer alerts by the key filter',
    );
  });

  it('repeats the credentials, which stand in no error', async () => {
    const source = await sourceOf(says(401, 'no user for s3cretToken'), {
      auth: { type: 'bearer', token: 's3cretToken' },
    });
    await expect(source.readAlerts({ signal })).rejects.toThrow(
      '(401): "no user for ***"',
    );
  });

  it.each<[string, object, RegExp]>([
    [
      'an impossible start',
      { startsAt: 'NaN' },
      /\/api\/v2\/alerts\[1\]\.startsAt: is no time, found "NaN"/,
    ],
    [
      "Go's time that is none",
      { startsAt: '0001-01-01T00:00:00Z' },
      /startsAt: is no time/,
    ],
    ['no name', { labels: {} }, /labels: expected a label alertname/],
    ['a state of its own', { status: { state: 'asleep' } }, /status\.state/],
    ['a fingerprint with a line break', { fingerprint: 'a\nb' }, /fingerprint/],
  ])('tells an alert with %s, which is left out', async (_, odd, message) => {
    const problems: Problem[] = [];
    const source = await sourceOf(lists(alert, { ...alert, ...odd }));
    const read = await source.readAlerts({
      signal,
      onProblem: problem => problems.push(problem),
    });
    expect(read).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: 'records_skipped', params: { skipped: 1, read: 1 } },
    ]);
    expect(problems[0].message).toMatch(message);
  });

  it('tells nothing that is understood, which is a failure and not silence', async () => {
    const source = await sourceOf(lists({ alert: 'ErrorsHigh' }));
    await expect(source.readAlerts({ signal })).rejects.toThrow(
      /^Alertmanager "default" at \S+ 1 of 1 entries could not be understood/,
    );
  });

  it('tells silences that end at no time, or match nothing, which are left out', async () => {
    const problems: Problem[] = [];
    const source = await sourceOf(
      lists(
        { ...silence, endsAt: 'NaN' },
        { ...silence, matchers: [] },
        { ...silence, status: { state: 'expired' } },
        { ...silence, createdBy: undefined, comment: 'x'.repeat(10_000) },
      ),
    );
    const read = await source.readSilences({
      signal,
      onProblem: problem => problems.push(problem),
    });
    expect(read).toEqual([
      {
        id: silence.id,
        matchers: [
          {
            name: 'service',
            value: 'checkout',
            isRegex: false,
            isEqual: true,
          },
        ],
        startsAt: silence.startsAt,
        endsAt: silence.endsAt,
        createdBy: '',
        comment: 'x'.repeat(500),
      },
    ]);
    expect(problems[0].message).toContain('[0].endsAt: is no time');
  });

  it('is asked for suppressed alerts too, and for all silences', async () => {
    const paths: string[] = [];
    const source = await sourceOf(
      (response, path) => {
        paths.push(path);
        lists()(response);
      },
      { filter: ['a="b"'], queryParameters: { tenant: 'shop' } },
    );
    await source.readAlerts({ signal });
    await source.readSilences({ signal });
    expect(paths).toEqual([
      '/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true&filter=a%3D%22b%22&tenant=shop',
      '/api/v2/silences?tenant=shop',
    ]);
  });
});
