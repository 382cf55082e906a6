import { RequestBound } from './RequestBound';

describe('a bound of requests', () => {
  let now = Date.parse('2026-03-18T10:00:00Z');
  const bound = (together = 100) =>
    new RequestBound({
      clock: () => new Date(now),
      atOnce: 3,
      perSecond: 2,
      together,
    });
  /** How many of ten are let in. */
  const letIn = (of: RequestBound) =>
    Array.from({ length: 10 }, () => of.enter()).filter(Boolean).length;

  it('lets in so many at once, then so many a second', () => {
    const requests = bound();
    expect(letIn(requests)).toBe(3);
    expect(letIn(requests)).toBe(0);
    now += 1_000;
    expect(letIn(requests)).toBe(2);
    now += 60_000;
    expect(letIn(requests)).toBe(3);
  });

  it('neither stops nor opens when the clock is set back', () => {
    const requests = bound();
    expect(letIn(requests)).toBe(3);
    now -= 3_600_000;
    expect(letIn(requests)).toBe(0);
    now += 1_000;
    expect(letIn(requests)).toBe(2);
  });

  it('lets in no more than some at the same time, until they leave', () => {
    const requests = bound(1);
    const leave = requests.enter();
    expect(leave).toBeDefined();
    expect(requests.enter()).toBeUndefined();
    leave?.();
    expect(requests.enter()).toBeDefined();
  });
});
