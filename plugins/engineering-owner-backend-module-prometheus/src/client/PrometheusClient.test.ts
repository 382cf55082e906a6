import { ServerResponse } from 'http';
import { PrometheusInstance } from '../instances/instance';
import {
  answerJson,
  FakeServer,
  startServer,
  vector,
} from '../__testUtils__/fakeServer';
import { testClient, testInstance } from '../__testUtils__/instance';
import { PrometheusError } from './PrometheusError';

const at = new Date('2026-03-04T05:00:00Z');
const secrets = ['s3cret-token', 's3cret-password', 's3cret-tenant'];

describe('PrometheusClient', () => {
  const servers: FakeServer[] = [];
  const { signal } = new AbortController();

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  async function serve(answer: (response: ServerResponse) => void) {
    const server = await startServer(answer);
    servers.push(server);
    return server;
  }

  async function clientOf(
    answer: (response: ServerResponse) => void,
    overrides: Partial<PrometheusInstance> = {},
  ) {
    const server = await serve(answer);
    return { server, client: testClient(testInstance(server.url, overrides)) };
  }

  async function failureOf(promise: Promise<unknown>) {
    const error = await promise.then(
      () => undefined,
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(PrometheusError);
    return error as PrometheusError;
  }

  it('asks by POST with a form, and understands numbers written as text', async () => {
    const { server, client } = await clientOf(response =>
      answerJson(
        response,
        200,
        vector([
          [{ service: 'a' }, '1.5'],
          [{ service: 'b' }, 'NaN'],
          [{ service: 'c' }, '+Inf'],
          [{ service: 'd' }, '-Inf'],
        ]),
      ),
    );
    const { result, warnings } = await client.query('up', at, signal);
    expect(result.map(({ value }) => value)).toEqual([
      1.5,
      NaN,
      Infinity,
      -Infinity,
    ]);
    expect(warnings).toEqual([]);
    expect(server.received).toMatchObject([
      { method: 'POST', path: '/api/v1/query' },
    ]);
    expect(Object.fromEntries(server.received[0].form)).toEqual({
      query: 'up',
      time: '1772600400',
    });
    expect(client.telemetry()).toEqual({ requests: 1, breaker: 'closed' });
  });

  it('passes warnings on, but not remarks on the query', async () => {
    const { client } = await clientOf(response =>
      answerJson(
        response,
        200,
        vector([], ['PromQL info: might not be a counter', 'store gone']),
      ),
    );
    expect(await client.query('up', at, signal)).toEqual({
      result: [],
      warnings: ['store gone'],
    });
  });

  it.each<[string, Partial<PrometheusInstance>, Record<string, string>]>([
    [
      'a bearer token',
      { auth: { type: 'bearer', token: 's3cret-token' } },
      { authorization: 'Bearer s3cret-token' },
    ],
    [
      'a password',
      { auth: { type: 'basic', username: 'ada', password: 'pass:wörd' } },
      { authorization: 'Basic YWRhOnBhc3M6d8O2cmQ=' },
    ],
    [
      'headers',
      { headers: { 'X-Scope-OrgID': 's3cret-tenant' } },
      { 'x-scope-orgid': 's3cret-tenant' },
    ],
  ])('signs with %s', async (_, overrides, headers) => {
    const { server, client } = await clientOf(
      response => answerJson(response, 200, vector([])),
      overrides,
    );
    await client.query('up', at, signal);
    expect(server.received[0].headers).toMatchObject(headers);
  });

  const megabyte = 'x'.repeat(1024 * 1024);

  it.each<[string, (response: ServerResponse) => void, string, string]>([
    [
      'a refused query',
      response =>
        answerJson(response, 400, {
          status: 'error',
          errorType: 'bad_data',
          error: '1:5: parse error: unexpected "}"',
        }),
      'rejected',
      'refused the query (400 bad_data): "1:5: parse error: unexpected \\"}\\""',
    ],
    [
      'a query that cannot be evaluated',
      response =>
        answerJson(response, 422, {
          status: 'error',
          errorType: 'execution',
          error: 'query processing would load too many samples',
        }),
      'rejected',
      'refused the query (422 execution): "query processing would load too many samples"',
    ],
    [
      'a query that took too long',
      response =>
        answerJson(response, 503, {
          status: 'error',
          errorType: 'timeout',
          error: 'query timed out in expression evaluation',
        }),
      'timeout',
      'gave up on the query (503 timeout): "query timed out in expression evaluation"',
    ],
    [
      'an unavailable proxy',
      response => response.writeHead(503).end('no healthy upstream'),
      'overloaded',
      'is overloaded (503): "no healthy upstream"',
    ],
    [
      'a wrong path',
      response => response.writeHead(404).end('404 page not found'),
      'failed',
      'has no such endpoint (404): "404 page not found"; is baseUrl the root of a Prometheus?',
    ],
    [
      'headers too large',
      response => response.writeHead(431).end(),
      'rejected',
      'refused the request (431): an empty body',
    ],
    [
      'a server error',
      response => response.writeHead(500).end('oops'),
      'failed',
      'failed (500): "oops"',
    ],
    [
      'wrong credentials',
      response => response.writeHead(401).end('Unauthorized'),
      'unauthorized',
      'does not accept the configured credentials (401): "Unauthorized"',
    ],
    [
      'a redirect',
      response =>
        response.writeHead(302, { location: 'http://elsewhere.invalid' }).end(),
      'failed',
      'answered with a redirect (302); redirects are not followed',
    ],
    [
      'a web page',
      response => response.writeHead(200).end('<html>Sign in</html>'),
      'malformed',
      'answered with something else than the API does: "<html>Sign in</html>"; is baseUrl the root of a Prometheus?',
    ],
    [
      'JSON that is cut off',
      response => response.writeHead(200).end('{"status":"success","da'),
      'malformed',
      'answered with something else than the API does',
    ],
    [
      'JSON of another API',
      response => answerJson(response, 200, { ok: true }),
      'malformed',
      'answered with something else than the API does',
    ],
    [
      'half a body',
      response => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"status":');
        setTimeout(() => response.destroy(), 20);
      },
      'unreachable',
      'cannot be reached: ',
    ],
    [
      '20 MB',
      response => {
        for (let i = 0; i < 20; i++) {
          response.write(megabyte);
        }
        response.end();
      },
      'too_large',
      'answered with more than 16 MiB',
    ],
  ])('says what is wrong with %s', async (_, answer, kind, message) => {
    const { client } = await clientOf(answer, {
      auth: { type: 'bearer', token: 's3cret-token' },
      headers: { 'X-Scope-OrgID': 's3cret-tenant' },
    });
    const error = await failureOf(client.query('up', at, signal));
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(message);
    expect(error.message).toMatch(
      /^Prometheus "default" at http:\/\/127\.0\.0\.1:\d+ /,
    );
    for (const secret of secrets) {
      expect(JSON.stringify([error.message, error.stack])).not.toContain(
        secret,
      );
    }
  });

  it('names a server that cannot be reached', async () => {
    const { server, client } = await clientOf(() => {});
    await server.stop();
    const error = await failureOf(client.query('up', at, signal));
    expect(error.message).toMatch(
      /^Prometheus "default" at http:\S+ cannot be reached: .*ECONNREFUSED/,
    );
  });

  it('refuses data of an unexpected shape', async () => {
    const { client } = await clientOf(response =>
      answerJson(response, 200, {
        status: 'success',
        data: { resultType: 'scalar', result: [1, '2'] },
      }),
    );
    const error = await failureOf(client.query('1', at, signal));
    expect(error.kind).toBe('malformed');
    expect(error.message).toContain(
      'answered /api/v1/query in an unexpected shape',
    );
  });

  it('gives up after its timeout, and does not ask again', async () => {
    const { server, client } = await clientOf(() => {}, { timeoutMs: 50 });
    const error = await failureOf(client.query('up', at, signal));
    expect(error.kind).toBe('timeout');
    expect(error.message).toContain('did not answer within 0.05 s');
    expect(server.received).toHaveLength(1);
  });

  it('stops when the caller does, which is nobody’s failure', async () => {
    const { client } = await clientOf(() => {});
    for (let i = 0; i < 6; i++) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('enough')), 10);
      await expect(client.query('up', at, controller.signal)).rejects.toThrow(
        'enough',
      );
    }
    expect(client.telemetry().breaker).toBe('closed');
  });

  it('leaves a failing server alone after five failures', async () => {
    const { server, client } = await clientOf(response =>
      response.writeHead(500).end('oops'),
    );
    for (let i = 0; i < 5; i++) {
      await failureOf(client.query('up', at, signal));
    }
    const error = await failureOf(client.query('up', at, signal));
    expect(error.kind).toBe('not_asked');
    expect(error.message).toContain(
      'is left alone for 30 s after 5 failures in a row; the last: it failed (500): "oops"',
    );
    expect(server.received).toHaveLength(5);
    expect(client.telemetry()).toEqual({ requests: 5, breaker: 'open' });
  });

  it('does not hold a wrong query against the server', async () => {
    const { client } = await clientOf(response =>
      answerJson(response, 400, {
        status: 'error',
        errorType: 'bad_data',
        error: 'parse error',
      }),
    );
    for (let i = 0; i < 6; i++) {
      expect((await failureOf(client.query('}', at, signal))).kind).toBe(
        'rejected',
      );
    }
    expect(client.telemetry().breaker).toBe('closed');
  });

  it('stays away for as long as a 429 asks for', async () => {
    const { server, client } = await clientOf(response =>
      response.writeHead(429, { 'retry-after': '120' }).end('slow down'),
    );
    expect((await failureOf(client.query('up', at, signal))).kind).toBe(
      'overloaded',
    );
    const error = await failureOf(client.query('up', at, signal));
    expect(error.message).toMatch(
      /asked to be left alone and is, for another 1[23]\d s/,
    );
    expect(server.received).toHaveLength(1);
  });

  it('keeps to its number of requests in flight', async () => {
    let inFlight = 0;
    let most = 0;
    const { client } = await clientOf(
      response => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        setTimeout(() => {
          inFlight -= 1;
          answerJson(response, 200, vector([]));
        }, 20);
      },
      { maxConcurrency: 2 },
    );
    await Promise.all(
      Array.from({ length: 8 }, () => client.query('up', at, signal)),
    );
    expect(most).toBe(2);
  });
});
