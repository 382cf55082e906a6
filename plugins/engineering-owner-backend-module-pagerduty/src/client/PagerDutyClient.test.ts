import { FakeTime, oauthAccount, testAccount } from '../__testUtils__/account';
import { setupSimulator } from '../__testUtils__/simulator';
import { PagerDutyClient } from './PagerDutyClient';

const { signal } = new AbortController();

describe('PagerDutyClient', () => {
  const simulator = setupSimulator();
  const requests = () => simulator.state.requests;

  it('reads JSON and knows what is left of the rate limit', async () => {
    const client = new PagerDutyClient(testAccount());
    const answer = await client.get('/services', { limit: 1 }, signal);
    expect(answer).toEqual(expect.objectContaining({ limit: 1, more: true }));
    expect(client.telemetry()).toEqual({
      requests: 1,
      rateLimit: { remaining: 959, limit: 960 },
      breaker: 'closed',
    });
  });

  it('knows how far PagerDuty’s clock is from ours', async () => {
    const client = new PagerDutyClient(testAccount());
    const date = new Date(Date.now() - 600_000).toUTCString();
    const fetched = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => Response.json({}, { headers: { date } }));
    try {
      await client.get('/services', {}, signal);
      const { clockSkewSeconds = 0 } = client.telemetry();
      expect(Math.round(clockSkewSeconds / 10)).toBe(-60);
    } finally {
      fetched.mockRestore();
    }
  });

  it('waits for the reset after a 429 and asks again', async () => {
    const time = new FakeTime();
    const client = new PagerDutyClient(testAccount(), time);
    simulator.state.faults.set({ kind: 'rate_limited', requests: 1 });
    const before = time.now();
    await client.get('/services', {}, signal);
    expect(requests().count('GET /services')).toBe(2);
    expect(time.now() - before).toBeGreaterThan(1_000);
    expect(time.now() - before).toBeLessThanOrEqual(61_000);
  });

  it('backs off for seconds after a 429 without headers and without a body', async () => {
    const time = new FakeTime();
    const client = new PagerDutyClient(testAccount(), time);
    simulator.state.faults.set({ kind: 'rate_limited_bare', requests: 2 });
    await client.get('/services', {}, signal);
    expect(time.waits).toHaveLength(2);
    expect(time.waits[0]).toBeGreaterThanOrEqual(5_000);
    expect(time.waits[1]).toBeGreaterThanOrEqual(10_000);
  });

  it('pauses all of the account after a 429 that does not say for how long', async () => {
    const time = new FakeTime();
    const client = new PagerDutyClient(testAccount(), time);
    simulator.state.faults.set({ kind: 'rate_limited_bare', requests: 1 });
    await expect(client.getNow('/users', {}, signal)).rejects.toThrow('429');
    await client.get('/services', {}, signal);
    expect(time.waits).toEqual([5_000]);
  });

  it.each([
    { name: '500', fault: { kind: 'server_error', status: 500 } },
    { name: '503', fault: { kind: 'server_error', status: 503 } },
    { name: 'half a body', fault: { kind: 'malformed_json' } },
  ] as const)('tries again after $name', async ({ fault }) => {
    const client = new PagerDutyClient(testAccount(), new FakeTime());
    simulator.state.faults.set({ ...fault, requests: 2 });
    await expect(client.get('/services', {}, signal)).resolves.toBeDefined();
    expect(requests().count('GET /services')).toBe(3);
  });

  it('gives up after four attempts and quotes the answer', async () => {
    const client = new PagerDutyClient(testAccount(), new FakeTime());
    simulator.state.faults.set({ kind: 'server_error', status: 503 });
    await expect(client.get('/services', {}, signal)).rejects.toThrow(
      'PagerDuty account "default": GET /services answered 503 (code 2000, Internal Server Error)',
    );
    expect(requests().count('GET /services')).toBe(4);
  });

  it('stops asking an account that is down, and says so', async () => {
    const client = new PagerDutyClient(testAccount(), new FakeTime());
    simulator.state.faults.set({ kind: 'server_error' });
    await expect(client.get('/services', {}, signal)).rejects.toThrow();
    await expect(client.get('/users', {}, signal)).rejects.toThrow(
      'GET /users was not asked, since 5 requests in a row failed',
    );
    expect(requests().total).toBe(5);
    expect(client.telemetry().breaker).toBe('open');
  });

  it('does not ask again where the answer would be the same', async () => {
    const client = new PagerDutyClient(
      testAccount({ credentials: { type: 'token', token: 'mistyped' } }),
      new FakeTime(),
    );
    await expect(client.get('/services', {}, signal)).rejects.toThrow(
      'check engineeringOwner.pagerduty.accounts[0].token',
    );
    expect(requests().total).toBe(1);
  });

  it('says what an account lacks that answers 402, and does not ask again', async () => {
    const client = new PagerDutyClient(testAccount(), new FakeTime());
    simulator.state.faults.set({ kind: 'missing_ability' });
    await expect(client.get('/services', {}, signal)).rejects.toThrow(
      /answered 402 .*The account does not have the ability/,
    );
    expect(requests().total).toBe(1);
  });

  it('goes on when a token that was revoked while it ran is put right', async () => {
    const client = new PagerDutyClient(testAccount(), new FakeTime());
    await client.get('/services', {}, signal);
    simulator.state.faults.set({ kind: 'revoked_token' });
    // More often than an account may be down before it is left alone.
    for (let turn = 0; turn < 6; turn++) {
      await expect(client.get('/services', {}, signal)).rejects.toThrow(
        'The token is wrong or was revoked',
      );
    }
    simulator.state.faults.clear();
    await expect(client.get('/services', {}, signal)).resolves.toBeDefined();
  });

  it('names a missing scope', async () => {
    const client = new PagerDutyClient(oauthAccount(), new FakeTime());
    simulator.state.faults.set({
      kind: 'missing_scope',
      pathPrefix: '/oncalls',
    });
    await expect(client.get('/oncalls', {}, signal)).rejects.toThrow(
      'lacks the scope oncalls.read',
    );
  });

  it('does not wait longer than the timeout, nor ask again at once', async () => {
    const client = new PagerDutyClient(
      testAccount({ timeoutMilliseconds: 30 }),
      new FakeTime(),
    );
    simulator.state.faults.set({ kind: 'slow', milliseconds: 500 });
    await expect(client.get('/services', {}, signal)).rejects.toThrow(
      'GET /services was not answered within 0.03 s (engineeringOwner.pagerduty.accounts[0].timeout)',
    );
    expect(client.telemetry().requests).toBe(1);
  });

  it('says why it failed when it is cut off between two attempts', async () => {
    const abort = new AbortController();
    const time = new FakeTime();
    const client = new PagerDutyClient(testAccount(), {
      now: () => time.now(),
      wait: async () => {
        abort.abort();
        abort.signal.throwIfAborted();
      },
    });
    simulator.state.faults.set({ kind: 'server_error' });
    await expect(client.get('/services', {}, abort.signal)).rejects.toThrow(
      'answered 500',
    );
  });

  it('stops when told to', async () => {
    const client = new PagerDutyClient(testAccount());
    const stopped = AbortSignal.abort(new Error('shutting down'));
    await expect(client.get('/services', {}, stopped)).rejects.toThrow(
      'shutting down',
    );
    expect(requests().total).toBe(0);
  });

  it('keeps to its number of requests at once', async () => {
    let inFlight = 0;
    let most = 0;
    const fetched = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(resolve => setTimeout(resolve, 2));
        inFlight -= 1;
        return Response.json({});
      });
    try {
      const client = new PagerDutyClient(testAccount({ maxConcurrency: 3 }));
      await Promise.all(
        Array.from({ length: 12 }, () => client.get('/users', {}, signal)),
      );
      expect(most).toBe(3);
    } finally {
      fetched.mockRestore();
    }
  });

  describe('for people who wait', () => {
    it('asks beside scheduled reads, however many those are', async () => {
      const client = new PagerDutyClient(testAccount({ maxConcurrency: 1 }));
      simulator.state.faults.set({
        kind: 'slow',
        milliseconds: 300,
        pathPrefix: '/services',
      });
      const scheduled = [1, 2, 3].map(() =>
        client.get('/services', {}, signal),
      );
      await client.getNow('/users', {}, signal);
      expect(requests().count('GET /services')).toBe(0);
      await Promise.all(scheduled);
    });

    it('takes what is left to people of the rate limit', async () => {
      const time = new FakeTime();
      const client = new PagerDutyClient(testAccount(), time);
      const fetched = jest
        .spyOn(globalThis, 'fetch')
        .mockImplementation(async () =>
          Response.json(
            {},
            {
              headers: {
                'ratelimit-limit': '960',
                'ratelimit-remaining': '60',
                'ratelimit-reset': '20',
              },
            },
          ),
        );
      try {
        await client.get('/users', {}, signal);
        await client.getNow('/users', {}, signal);
        expect(time.waits).toEqual([]);
        await client.get('/users', {}, signal);
        expect(time.waits).toEqual([20_000]);
      } finally {
        fetched.mockRestore();
      }
    });

    it('reads once more after a failure, and does not wait for a limit', async () => {
      const time = new FakeTime();
      const client = new PagerDutyClient(testAccount(), time);
      simulator.state.faults.set({ kind: 'server_error', requests: 1 });
      await client.getNow('/users', {}, signal);
      expect(requests().count('GET /users')).toBe(2);
      const waited = time.waits.length;
      simulator.state.faults.set({ kind: 'rate_limited_bare', requests: 1 });
      await expect(client.getNow('/users', {}, signal)).rejects.toThrow('429');
      expect(time.waits).toHaveLength(waited);
    });
  });

  describe('with OAuth', () => {
    it('gets a token first, and another when the token stops working', async () => {
      const client = new PagerDutyClient(oauthAccount());
      await client.get('/services', {}, signal);
      await client.get('/services', {}, signal);
      expect(requests().count('POST /oauth/token')).toBe(1);

      simulator.state.faults.set({ kind: 'expired_oauth_token' });
      await client.get('/services', {}, signal);
      expect(requests().count('POST /oauth/token')).toBe(2);
    });

    it('is let in again by itself after the identity service failed', async () => {
      const client = new PagerDutyClient(oauthAccount(), new FakeTime());
      simulator.state.faults.set({
        kind: 'server_error',
        pathPrefix: '/oauth',
        requests: 4,
      });
      await expect(client.get('/services', {}, signal)).rejects.toThrow(
        'POST /oauth/token answered 500',
      );
      await expect(client.get('/services', {}, signal)).resolves.toBeDefined();
    });

    it('says what is wrong with the app, without its secret', async () => {
      const client = new PagerDutyClient(oauthAccount('mistyped-secret'));
      const failure = client.get('/services', {}, signal);
      await expect(failure).rejects.toThrow(
        'POST /oauth/token answered 401 (code 2006, invalid_client: client_id or client_secret is wrong). The OAuth token is not accepted: check engineeringOwner.pagerduty.accounts[0].oauth',
      );
      await expect(failure).rejects.not.toThrow('mistyped-secret');
    });
  });
});

describe('PagerDutyClient without anybody there', () => {
  it('names the address and the reason, and no secret', async () => {
    const client = new PagerDutyClient(
      testAccount({
        apiBaseUrl: 'http://127.0.0.1:1',
        credentials: { type: 'token', token: 'top-secret' },
      }),
      new FakeTime(),
    );
    const error: Error = await client
      .get('/services', {}, signal)
      .then(() => new Error('it was answered'))
      .catch(reason => reason);
    expect(error.message).toMatch(
      /^PagerDuty account "default": GET \/services did not reach http:\/\/127\.0\.0\.1:1 \(.+\)$/,
    );
    expect(JSON.stringify(error) + error.stack).not.toContain('top-secret');
  });
});
