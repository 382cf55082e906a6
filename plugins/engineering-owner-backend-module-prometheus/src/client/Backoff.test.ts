import { Backoff } from './Backoff';

describe('Backoff', () => {
  const pauseAfter = (refusals: number, retryAfter?: number) => {
    const backoff = new Backoff(() => 0);
    for (let i = 0; i < refusals; i++) {
      backoff.failed(0, retryAfter);
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
    backoff.failed(0, undefined);
    backoff.succeeded();
    backoff.failed(100_000, undefined);
    expect(() => backoff.check(104_999)).toThrow('for another 1 s');
    expect(() => backoff.check(105_000)).not.toThrow();
  });
});
