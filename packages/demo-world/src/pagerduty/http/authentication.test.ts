import { ask } from '../__testUtils__/client';
import { createPagerDutyState, PagerDutyState } from '../state';
import { DAY } from '../time';

describe('authentication', () => {
  let now: number;
  let state: PagerDutyState;
  beforeEach(() => {
    now = Date.parse('2026-03-18T10:00:00Z');
    state = createPagerDutyState({
      clock: () => new Date(now),
      history: false,
    });
  });

  async function statusWith(authorization: string, path = '/services') {
    return (await ask(state, path, { headers: { authorization } })).status;
  }

  function requestToken(changes: Record<string, string> = {}) {
    return ask(state, '/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      raw: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'demo-client',
        client_secret: 'demo-secret',
        scope: 'as_account-us.demo services.read',
        ...changes,
      }).toString(),
    });
  }

  it.each([
    ['Token token=demo', 200],
    ['Token token="demo"', 200],
    ['Token token=other', 401],
    ['Token token=', 401],
    ['Bearer demo', 401],
    ['', 401],
  ])('with "%s" answers %i', async (authorization, status) => {
    expect(await statusWith(authorization)).toBe(status);
  });

  it('lets an issued token in for a day, where it has the scope', async () => {
    const { body } = await requestToken();
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 86_400 });
    const bearer = `Bearer ${body.access_token}`;
    expect(await statusWith(bearer)).toBe(200);
    expect(await statusWith(bearer, '/oncalls')).toBe(403);
    now += DAY;
    expect(await statusWith(bearer)).toBe(401);
  });

  it('renews after the switch has expired every token', async () => {
    const first = (await requestToken()).body.access_token;
    state.faults.set({ kind: 'expired_oauth_token' });
    expect(await statusWith(`Bearer ${first}`)).toBe(401);
    const second = (await requestToken()).body.access_token;
    expect(await statusWith(`Bearer ${second}`)).toBe(200);
  });

  it.each([
    [{ client_secret: 'guess' }, 401],
    [{ grant_type: 'password' }, 400],
    [{ scope: 'services.read' }, 400],
  ])('refuses a token for %o with %i', async (changes, status) => {
    expect((await requestToken(changes)).status).toBe(status);
  });

  it('tells on each answer how much of the limit is left', async () => {
    state.rateLimit.limit = 2;
    const left = async () => {
      const { status, headers } = await ask(state, '/services');
      return [status, headers.get('ratelimit-remaining')];
    };
    expect([await left(), await left(), await left()]).toEqual([
      [200, '1'],
      [200, '0'],
      [429, '0'],
    ]);
    now += 60_000;
    expect(await left()).toEqual([200, '1']);
  });
});
