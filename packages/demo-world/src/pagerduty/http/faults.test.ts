import { ask } from '../__testUtils__/client';
import { createPagerDutyState, PagerDutyState } from '../state';

const NOW = '2026-03-18T10:00:00Z';

describe('a fault', () => {
  let state: PagerDutyState;
  beforeEach(() => {
    state = createPagerDutyState({
      clock: () => new Date(NOW),
      history: false,
    });
  });

  const statusOf = async (path = '/services') =>
    (await ask(state, path)).status;

  it('answers 429 with PagerDuty’s headers and code 2020', async () => {
    state.faults.set({ kind: 'rate_limited' });
    const { status, headers, body } = await ask(state, '/services');
    expect(status).toBe(429);
    expect(body.error.code).toBe(2020);
    expect(headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0);
  });

  it('answers 429 with neither headers nor body', async () => {
    state.faults.set({ kind: 'rate_limited_bare' });
    const { status, headers, text } = await ask(state, '/services');
    expect(status).toBe(429);
    expect(text).toBe('');
    expect([...headers.keys()]).not.toContain('ratelimit-limit');
  });

  it.each([
    [{ kind: 'server_error' } as const, 500],
    [{ kind: 'server_error', status: 503 } as const, 503],
    [{ kind: 'missing_scope' } as const, 403],
  ])('%o answers %i', async (fault, status) => {
    state.faults.set(fault);
    expect(await statusOf()).toBe(status);
  });

  it('answers 200 with a body that is not JSON', async () => {
    state.faults.set({ kind: 'malformed_json' });
    const { status, headers, body, text } = await ask(state, '/services');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json');
    expect(text).not.toBe('');
    expect(body).toBeUndefined();
  });

  it('answers late, and then as usual', async () => {
    state.faults.set({ kind: 'slow', milliseconds: 120 });
    const started = Date.now();
    expect(await statusOf()).toBe(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(100);
  });

  it('ends after as many requests as it was set for', async () => {
    state.faults.set({ kind: 'server_error', requests: 2 });
    expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([
      500, 500, 200,
    ]);
  });

  it('hits only paths with its prefix', async () => {
    state.faults.set({ kind: 'missing_scope', pathPrefix: '/oncalls' });
    expect(await statusOf('/services')).toBe(200);
    expect(await statusOf('/oncalls')).toBe(403);
  });

  it('stays until it is cleared', async () => {
    state.faults.set({ kind: 'server_error' });
    await statusOf();
    expect(await statusOf()).toBe(500);
    state.faults.clear();
    expect(await statusOf()).toBe(200);
  });

  it('is switched over HTTP, which is neither hit nor counted', async () => {
    const fault = { kind: 'server_error', requests: 1 };
    const set = await ask(state, '/_simulator/faults', {
      method: 'POST',
      body: fault,
    });
    expect(set.body).toEqual({ faults: [{ ...fault, status: 500 }] });
    expect(await statusOf()).toBe(500);
    const cleared = await ask(state, '/_simulator/faults', {
      method: 'POST',
      body: { clear: true },
    });
    expect(cleared.body).toEqual({ faults: [] });
    const { body } = await ask(state, '/_simulator/requests');
    expect(body).toMatchObject({
      total: 1,
      byPath: { 'GET /services': 1 },
      recent: [{ method: 'GET', path: '/services', status: 500 }],
    });
  });

  it('that nobody knows is refused with its name', async () => {
    const { status, body } = await ask(state, '/_simulator/faults', {
      method: 'POST',
      body: { kind: 'meteor' },
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('kind');
  });
});
