import { onCallReads } from './taskNames';
import { secondsBetweenShifts } from './secondsBetweenShifts';

describe('secondsBetweenShifts', () => {
  it.each([
    [0, 300],
    [1_000, 300],
    [5_000, 300],
    [5_001, 301],
    [8_400, 504],
    [12_000, 720],
    [1_000_000, 720],
  ])('of %d shifts is %d', (shifts, seconds) => {
    expect(secondsBetweenShifts(shifts)).toBe(seconds);
  });

  it('never makes a section stale', () => {
    expect(secondsBetweenShifts(Infinity)).toBeLessThan(
      3 * onCallReads.shifts.everySeconds,
    );
  });
});
