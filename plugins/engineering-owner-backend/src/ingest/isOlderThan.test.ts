import { isOlderThan } from './isOlderThan';

describe('isOlderThan', () => {
  it.each([
    ['a moment ago', -1_000, false],
    ['now', 0, false],
    ['just short of the time', -59_999, false],
    ['exactly the time ago', -60_000, true],
    ['long ago', -3_600_000, true],
    ['in the future', 1, true],
    ['far in the future', 86_400_000, true],
  ])('of something %s', (_when, difference, expected) => {
    const now = new Date('2026-11-23T14:00:00Z');
    const at = now.getTime() + difference;
    expect(isOlderThan(at, 60_000, now)).toBe(expected);
    expect(isOlderThan(new Date(at), 60_000, now.getTime())).toBe(expected);
  });
});
