import { Backoff } from './Backoff';

describe('Backoff', () => {
  const pauseAfter = (refusals: number, retryAfter?: number) => {
    const backoff = new Backoff(() => 0);
    const hour = 3_600_000;
    for (let i = 1; i <= refusals; i++) {
      backoff.failed((i - refusals) * hour, retryAfter);
    }
    let seconds = 0;
    for (; seconds < 1000; seconds++) {
      try {
        backoff.check(seconds * 1000);
        break;
      } catch {
        continue;
      }
    }
    return seconds;
  };

  it.each([
    [0, undefined, 0],
    [1, undefined, 5],
    [2, undefined, 10],
    [4, undefined, 40],
    [50, undefined, 300],
    [1, 60, 60],
    [1, 0, 5],
    [1, 86400, 300],
  ])(
    'after %d refusals that ask for %s s, pauses %d s',
    (refusals, retryAfter, seconds) => {
      expect(pauseAfter(refusals, retryAfter)).toBe(seconds);
    },
  );

  it('begins anew after a success', () => {
    const backoff = new Backoff(() => 0);
    backoff.failed(0, undefined);
    backoff.failed(50_000, undefined);
    backoff.succeeded();
    backoff.failed(100_000, undefined);
    expect(() => backoff.check(104_999)).toThrow('for another 1 s');
    expect(() => backoff.check(105_000)).not.toThrow();
  });

  it('counts refusals of requests that were under way as one', () => {
    const backoff = new Backoff(() => 0);
    for (let i = 0; i < 4; i++) {
      backoff.failed(1_000 + i, undefined);
    }
    expect(() => backoff.check(6_000)).not.toThrow();
    backoff.failed(7_000, undefined);
    backoff.failed(7_001, 60);
    expect(() => backoff.check(67_000)).toThrow('for another 1 s');
    expect(() => backoff.check(67_001)).not.toThrow();
  });
});
