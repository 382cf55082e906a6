import { mkdtemp, rm, writeFile } from 'fs/promises';
import { ServerResponse } from 'http';
import { tmpdir } from 'os';
import { join } from 'path';
import { PrometheusInstance } from '../instances/instance';
import {
  answerJson,
  FakeServer,
  ReceivedRequest,
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

  type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

  async function serve(answer: Answer) {
    const server = await startServer(answer);
    servers.push(server);
    return server;
  }

  async function clientOf(
    answer: Answer,
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
      timeout: '30',
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
      'an answer without data',
      response => answerJson(response, 200, { status: 'success' }),
      'malformed',
      'answered with something else than the API does: "{\\"status\\":\\"success\\"}"',
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

  it.each([
    ['empty data', { status: 'success', data: {} }],
    ['a result of another type', { status: 'success', data: matrix([]) }],
    [
      'a value that is no text',
      {
        status: 'success',
        data: {
          resultType: 'vector',
          result: [{ metric: {}, value: [1, 2] }],
        },
      },
    ],
  ])('refuses an answer with %s', async (_, body) => {
    const { client } = await clientOf(response =>
      answerJson(response, 200, body),
    );
    const error = await failureOf(client.query('up', at, signal));
    expect(error.kind).toBe('malformed');
    expect(error.message).toContain('/api/v1/query in an unexpected shape');
  });

  it('tells little of an answer that is wrong many times', async () => {
    const series = { metric: { service: 1 }, value: [1, 2] };
    const { client } = await clientOf(response =>
      answerJson(response, 200, {
        status: 'success',
        data: { resultType: 'vector', result: Array(10_000).fill(series) },
      }),
    );
    const error = await failureOf(client.query('up', at, signal));
    expect(error.message.length).toBeLessThan(700);
    expect(error.message).toMatch(
      /^Prometheus "default" answered \/api\/v1\/query in an unexpected shape: result\.0\.metric\.service: .*; and \d+ more$/,
    );
  });

  it('takes a native histogram for no number, and the series beside it as they are', async () => {
    const histogram = { count: '3', sum: '1.5', buckets: [[0, '1', '2', '3']] };
    const { client } = await clientOf((response, { path }) =>
      answerJson(response, 200, {
        status: 'success',
        data:
          path === '/api/v1/query'
            ? {
                resultType: 'vector',
                result: [
                  { metric: { of: 'a' }, value: [1, '2'] },
                  { metric: { of: 'b' }, histogram: [1, histogram] },
                ],
              }
            : {
                resultType: 'matrix',
                result: [
                  { metric: { of: 'a' }, values: [[1, '2']] },
                  { metric: { of: 'b' }, histograms: [[1, histogram]] },
                ],
              },
      }),
    );
    const instant = await client.query('x', at, signal);
    expect(instant.result).toEqual([
      { labels: { of: 'a' }, value: 2 },
      { labels: { of: 'b' }, value: NaN },
    ]);
    const range = { from: at, to: at, stepSeconds: 60 };
    const { result } = await client.queryRange('x', range, signal);
    expect(result).toEqual([
      { labels: { of: 'a' }, values: [[1, 2]] },
      { labels: { of: 'b' }, values: [[1, NaN]] },
    ]);
  });

  it('counts a series that is answered twice once', async () => {
    const { client } = await clientOf(response =>
      answerJson(
        response,
        200,
        vector([
          [{ a: '1', b: '2' }, 'NaN'],
          [{ b: '2', a: '1' }, 'NaN'],
          [{ a: '1' }, '3'],
        ]),
      ),
    );
    const { result } = await client.query('up', at, signal);
    expect(result).toEqual([
      { labels: { a: '1', b: '2' }, value: NaN },
      { labels: { a: '1' }, value: 3 },
    ]);
  });

  it('refuses a series that is answered twice with different values', async () => {
    const { client } = await clientOf(response =>
      answerJson(
        response,
        200,
        vector([
          [{ a: '1' }, '2'],
          [{ a: '1' }, '3'],
        ]),
      ),
    );
    const error = await failureOf(client.query('up', at, signal));
    expect(error.kind).toBe('contradictory');
    expect(error.message).toContain(
      'answered twice, and differently, for the series {"a":"1"}',
    );
  });

  it('puts the pieces of a series over time together, unless they disagree', async () => {
    let last = '4';
    const { client } = await clientOf(response =>
      answerJson(response, 200, {
        status: 'success',
        data: matrix([
          [{ a: '1' }, [3, '3'], [4, '4']],
          [{ a: '1' }, [1, '1'], [4, last]],
        ]),
      }),
    );
    const range = { from: at, to: at, stepSeconds: 1 };
    const { result } = await client.queryRange('up', range, signal);
    expect(result).toEqual([
      {
        labels: { a: '1' },
        values: [
          [1, 1],
          [3, 3],
          [4, 4],
        ],
      },
    ]);
    last = '5';
    const error = await failureOf(client.queryRange('up', range, signal));
    expect(error.message).toContain('answered twice, and differently');
  });

  it('does not send a query that is too long', async () => {
    const { server, client } = await clientOf(() => {});
    const error = await failureOf(
      client.query('x'.repeat(500_001), at, signal),
    );
    expect(error.kind).toBe('rejected');
    expect(error.message).toContain('a query of 500001 characters');
    expect(server.received).toEqual([]);
  });

  it('asks once for what several want at the same time', async () => {
    const { server, client } = await clientOf(response => {
      setTimeout(() => answerJson(response, 200, vector([[{}, '1']])), 30);
    });
    const impatient = new AbortController();
    const given = client.query('up', at, impatient.signal);
    const asked = [
      client.query('up', at, signal),
      client.query('up', at, signal),
      client.query('up', new Date(0), signal),
    ];
    impatient.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    const answers = await Promise.all(asked);
    expect(answers.map(({ result }) => result[0].value)).toEqual([1, 1, 1]);
    expect(server.received).toHaveLength(2);
    await client.query('up', at, signal);
    expect(server.received).toHaveLength(3);
  });

  it('adds the parameters of the instance to every address', async () => {
    const { server, client } = await clientOf(
      response =>
        answerJson(response, 200, { status: 'success', data: { alerts: [] } }),
      { queryParameters: { partial_response: 'false', dedup: 'true' } },
    );
    await client.alerts(signal);
    await failureOf(client.query('up', at, signal));
    const search = 'partial_response=false&dedup=true';
    expect(server.received.map(({ search: its }) => its)).toEqual([
      search,
      search,
    ]);
    expect(server.received[1].form.get('query')).toBe('up');
  });

  it.each([
    [0, false, undefined],
    [119, false, undefined],
    [-119, false, undefined],
    [600, false, 600],
    [-600, false, -600],
    [-600, true, undefined],
  ])(
    'notes a clock that is %d s ahead (from a cache: %s) as %s',
    async (seconds, cached, expected) => {
      const { client } = await clientOf(response => {
        const date = new Date(Date.now() + seconds * 1000).toUTCString();
        response.setHeader('date', date);
        if (cached) {
          response.setHeader('age', '600');
        }
        answerJson(response, 200, vector([]));
      });
      expect(client.clockSkewSeconds()).toBeUndefined();
      await client.query('up', at, signal);
      const skew = client.clockSkewSeconds();
      // A date has whole seconds, and some pass.
      expect(skew && Math.round(skew / 10) * 10).toBe(expected);
      expect(client.telemetry().clockSkewSeconds).toBe(skew);
    },
  );

  describe('with a token in a file', () => {
    let directory: string;
    let tokenFile: string;

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'token-'));
      tokenFile = join(directory, 'token');
    });
    afterAll(() => rm(directory, { recursive: true, force: true }));

    it('signs with what the file holds at the time', async () => {
      const { server, client } = await clientOf(
        response => answerJson(response, 200, vector([])),
        { auth: { type: 'bearer', tokenFile } },
      );
      for (const token of ['first-token', 'second-token']) {
        await writeFile(tokenFile, `${token}\n`);
        await client.query('up', at, signal);
      }
      expect(
        server.received.map(({ headers }) => headers.authorization),
      ).toEqual(['Bearer first-token', 'Bearer second-token']);
    });

    it('is asked again with the new one after it refused the old', async () => {
      const { client } = await clientOf(
        (response, { headers }) =>
          headers.authorization === 'Bearer new-token'
            ? answerJson(response, 200, vector([]))
            : response.writeHead(401).end(`no, ${headers.authorization}`),
        { auth: { type: 'bearer', tokenFile } },
      );
      await writeFile(tokenFile, 'old-s3cret-token');
      const error = await failureOf(client.query('up', at, signal));
      expect(error.message).toContain('(401): "no, Bearer ***"');
      await writeFile(tokenFile, 'new-token');
      expect((await client.query('up', at, signal)).result).toEqual([]);
    });

    it.each([
      ['is not there', undefined, 'cannot be read (ENOENT)'],
      ['is empty', ' \n', 'is empty'],
      ['holds several lines', 's3cret\nX: y', 'holds more than one word'],
    ])('says so when the file %s', async (_, content, message) => {
      await rm(tokenFile, { force: true });
      if (content !== undefined) {
        await writeFile(tokenFile, content);
      }
      const { server, client } = await clientOf(() => {}, {
        auth: { type: 'bearer', tokenFile },
      });
      const error = await failureOf(client.query('up', at, signal));
      expect(error.message).toContain(
        `cannot be asked: the file ${JSON.stringify(
          tokenFile,
        )} of auth.tokenFile ${message}`,
      );
      expect(JSON.stringify([error.message, error.stack])).not.toContain(
        's3cret',
      );
      expect(server.received).toEqual([]);
    });
  });

  it('keeps what signs requests out of errors, also where the server repeats it', async () => {
    const { client } = await clientOf(
      (response, { headers, search }) =>
        response.writeHead(500).end(`${JSON.stringify(headers)} ${search}`),
      {
        auth: { type: 'basic', username: 'ada', password: 's3cret-password' },
        headers: { 'X-Scope-OrgID': 's3cret-tenant' },
        queryParameters: { key: 's3cret-token' },
      },
    );
    const error = await failureOf(client.query('up', at, signal));
    expect(error.message).toContain('***');
    const pair = Buffer.from('ada:s3cret-password').toString('base64');
    for (const secret of [...secrets, pair]) {
      expect(JSON.stringify([error.message, error.stack])).not.toContain(
        secret,
      );
      expect(JSON.stringify(client.telemetry())).not.toContain(secret);
    }
  });

  const odd = 'pa"ss\\word with\ttabs and more';

  it.each([
    ['in JSON', (text: string) => JSON.stringify({ got: text })],
    [
      'in an answer of the API',
      (text: string) =>
        JSON.stringify({ status: 'error', errorType: 'x', error: text }),
    ],
    ['as text', (text: string) => text],
    [
      'across the end of the excerpt',
      (text: string) => `${'.'.repeat(290)}${text}`,
    ],
    ['in an address', (text: string) => encodeURIComponent(text)],
    ['in a form', (text: string) => String(new URLSearchParams({ a: text }))],
  ])('keeps a secret with quotes out of errors %s', async (_, repeated) => {
    const { client } = await clientOf(
      response => response.writeHead(500).end(repeated(odd)),
      { auth: { type: 'basic', username: 'ada', password: odd } },
    );
    const error = await failureOf(client.query('up', at, signal));
    const told = JSON.stringify([error.message, error.stack]);
    for (const part of ['pa"', 'word', 'ss', 'tabs']) {
      expect(told.replace(/password|class|process/g, '')).not.toContain(part);
    }
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

  it('asks one request of a failing server after a while, the others wait for it', async () => {
    let fails = true;
    const { server, client } = await clientOf(response =>
      fails
        ? response.writeHead(500).end('oops')
        : setTimeout(() => answerJson(response, 200, vector([])), 30),
    );
    for (let i = 0; i < 5; i++) {
      await failureOf(client.query('up', at, signal));
    }
    const clock = jest.spyOn(Date, 'now');
    const started = Date.now();
    const later = (seconds: number) =>
      clock.mockReturnValue(started + seconds * 1000);
    try {
      later(40);
      await failureOf(client.query('up', at, signal));
      expect(server.received).toHaveLength(6);
      const error = await failureOf(client.query('up', at, signal));
      expect(error.kind).toBe('not_asked');
      fails = false;
      later(80);
      const asked = ['a', 'b', 'c'].map(query =>
        client.query(query, at, signal),
      );
      await new Promise(resolve => setTimeout(resolve, 15));
      expect(client.telemetry().breaker).toBe('half_open');
      expect(server.received).toHaveLength(7);
      await Promise.all(asked);
      expect(client.telemetry()).toEqual({ requests: 9, breaker: 'closed' });
    } finally {
      clock.mockRestore();
    }
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

  it.each([
    ['a number', () => '90', 90],
    ['a date', () => new Date(Date.now() + 91_000).toUTCString(), 91],
    ['a date that is over', () => new Date(0).toUTCString(), 5],
    ['nothing that is known', () => 'soon', 5],
  ])('stays away after a 503 that asks by %s', async (_, written, expected) => {
    const { server, client } = await clientOf(response =>
      response.writeHead(503, { 'retry-after': written() }).end('busy'),
    );
    const { kind } = await failureOf(client.query('up', at, signal));
    expect(kind).toBe('overloaded');
    const { message } = await failureOf(client.query('up', at, signal));
    const seconds = Number(/another (\d+) s/.exec(message)?.[1]);
    expect(seconds).toBeGreaterThanOrEqual(expected - 2);
    expect(seconds).toBeLessThanOrEqual(Math.ceil(expected * 1.1));
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
      Array.from({ length: 8 }, (_, i) => client.query(`up${i}`, at, signal)),
    );
    expect(most).toBe(2);
  });
});

function matrix(
  series: Array<[Record<string, string>, ...Array<[number, string]>]>,
) {
  return {
    resultType: 'matrix',
    result: series.map(([metric, ...values]) => ({ metric, values })),
  };
}
