import { FakeTime } from '../__testUtils__/account';
import { RateLimit } from './RateLimit';

const { signal } = new AbortController();
const headers = (limit: string, remaining: string, reset: string) =>
  new Headers({
    'ratelimit-limit': limit,
    'ratelimit-remaining': remaining,
    'ratelimit-reset': reset,
  });

describe('RateLimit', () => {
  it.each([
    { name: 'plenty is left', status: 200, remaining: '900', waits: [] },
    {
      name: 'only the reserve is left',
      status: 200,
      remaining: '60',
      waits: [20_000],
    },
    {
      name: 'a request was refused',
      status: 429,
      remaining: '0',
      waits: [20_000],
    },
  ])(
    'pauses until the reset: $waits ms when $name',
    async ({ status, remaining, waits }) => {
      const time = new FakeTime();
      const limit = new RateLimit(time);
      expect(limit.observe(status, headers('960', remaining, '20'))).toBe(20);
      await limit.wait(signal);
      expect(time.waits).toEqual(waits);
    },
  );

  it('pauses all requests, and none after the reset', async () => {
    const time = new FakeTime();
    const limit = new RateLimit(time);
    limit.observe(429, headers('960', '0', '20'));
    time.pass(5_000);
    await limit.wait(signal);
    await limit.wait(signal);
    expect(time.waits).toEqual([15_000]);
  });

  it('does not believe in resets beyond a minute', async () => {
    const time = new FakeTime();
    const limit = new RateLimit(time);
    limit.observe(429, headers('960', '0', '86400'));
    await limit.wait(signal);
    expect(time.waits).toEqual([60_000]);
  });

  it.each([
    { name: 'no headers', given: new Headers() },
    { name: 'nonsense', given: headers('many', 'few', 'soon') },
  ])('knows nothing from $name, and pauses for a moment', async ({ given }) => {
    const time = new FakeTime();
    const limit = new RateLimit(time);
    expect(limit.observe(429, given)).toBeUndefined();
    await limit.wait(signal);
    expect(time.waits).toEqual([5_000]);
    expect(limit.last).toBeUndefined();
  });

  it('remembers what is left', () => {
    const limit = new RateLimit(new FakeTime());
    limit.observe(200, headers('960', '951', '20'));
    expect(limit.last).toEqual({ remaining: 951, limit: 960 });
  });
});
