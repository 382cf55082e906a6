import { FakeTime } from '../__testUtils__/account';
import { GrantedToken, OAuthAuthorization } from './OAuthAuthorization';

const { signal } = new AbortController();
const DAY_MS = 86_400_000;

/** An identity service that grants `t1`, `t2`, … */
function identityService() {
  let granted = 0;
  const time = new FakeTime();
  const service = {
    time,
    expiresInSeconds: 86_400,
    failing: false,
    /** Requests for a token. */
    asked: 0,
  };
  const authorization = new OAuthAuthorization(
    async (): Promise<GrantedToken> => {
      service.asked += 1;
      await new Promise(resolve => setImmediate(resolve));
      if (service.failing) {
        throw new Error('identity service is down');
      }
      granted += 1;
      return {
        accessToken: `t${granted}`,
        expiresInSeconds: service.expiresInSeconds,
      };
    },
    time,
  );
  return { service, authorization };
}

describe('OAuthAuthorization', () => {
  it('asks once for all who wait, and keeps the token', async () => {
    const { service, authorization } = identityService();
    const headers = await Promise.all(
      [1, 2, 3].map(() => authorization.header(signal)),
    );
    expect(headers).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t1']);
    await authorization.header(signal);
    expect(service.asked).toBe(1);
  });

  it('renews five minutes before the token expires', async () => {
    const { service, authorization } = identityService();
    await authorization.header(signal);
    service.time.pass(DAY_MS - 5 * 60_000 - 1);
    expect(await authorization.header(signal)).toBe('Bearer t1');
    service.time.pass(1);
    expect(await authorization.header(signal)).toBe('Bearer t2');
  });

  it('does not renew a short-lived token all the time', async () => {
    const { service, authorization } = identityService();
    service.expiresInSeconds = 60;
    await authorization.header(signal);
    service.time.pass(29_000);
    expect(await authorization.header(signal)).toBe('Bearer t1');
    service.time.pass(1_000);
    expect(await authorization.header(signal)).toBe('Bearer t2');
  });

  it('recovers by itself after a failed renewal', async () => {
    const { service, authorization } = identityService();
    service.failing = true;
    await expect(authorization.header(signal)).rejects.toThrow('is down');
    service.failing = false;
    expect(await authorization.header(signal)).toBe('Bearer t1');
  });

  it('uses a token to its end while it cannot be renewed, and tries again each half minute', async () => {
    const { service, authorization } = identityService();
    await authorization.header(signal);
    service.time.pass(DAY_MS - 5 * 60_000);
    service.failing = true;
    expect(await authorization.header(signal)).toBe('Bearer t1');
    expect(await authorization.header(signal)).toBe('Bearer t1');
    expect(service.asked).toBe(2);
    service.time.pass(30_000);
    expect(await authorization.header(signal)).toBe('Bearer t1');
    expect(service.asked).toBe(3);
    service.time.pass(4.5 * 60_000);
    await expect(authorization.header(signal)).rejects.toThrow('is down');
    service.failing = false;
    expect(await authorization.header(signal)).toBe('Bearer t2');
  });

  it('replaces a rejected token, but not one that was renewed meanwhile', async () => {
    const { service, authorization } = identityService();
    const old = await authorization.header(signal);
    expect(authorization.wasRejected(old)).toBe(true);
    expect(await authorization.header(signal)).toBe('Bearer t2');
    authorization.wasRejected(old);
    expect(await authorization.header(signal)).toBe('Bearer t2');
    expect(service.asked).toBe(2);
  });

  it('lets one caller give up without spoiling the token for the others', async () => {
    const { authorization } = identityService();
    const abort = new AbortController();
    const impatient = authorization.header(abort.signal);
    const patient = authorization.header(signal);
    abort.abort(new Error('no time left'));
    await expect(impatient).rejects.toThrow('no time left');
    expect(await patient).toBe('Bearer t1');
  });
});
