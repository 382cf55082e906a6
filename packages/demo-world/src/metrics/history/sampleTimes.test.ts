import { day, hour, minute, second } from '../durations';
import { blockRange, blockRanges, fineSince, sampleTimes } from './sampleTimes';

const now = Date.UTC(2026, 2, 16, 9, 41, 7);

it('is coarse in the past and fine in the last day, without a hole between', () => {
  const times = sampleTimes(now - 3 * day, now, fineSince(now));
  const steps = times.slice(1).map((time, i) => time - times[i]);
  expect(new Set(steps)).toEqual(new Set([2 * minute, 30 * second]));
  expect(steps[0]).toBe(2 * minute);
  expect(times[0]).toBeGreaterThan(now - 3 * day);
  expect(now - times[times.length - 1]).toBeLessThan(30 * second);
});

it('goes on where an earlier back-fill ended, on the same grid', () => {
  const whole = sampleTimes(now - hour, now, fineSince(now));
  const middle = whole[50];
  const parts = [
    ...sampleTimes(now - hour, middle, fineSince(now)),
    ...sampleTimes(middle, now, fineSince(now)),
  ];
  expect(parts).toEqual(whole);
});

it('has nothing to write for a gap of seconds', () => {
  const after = Math.floor(now / minute) * minute;
  expect(sampleTimes(after, after + 29 * second, fineSince(now))).toEqual([]);
});

it('cuts at the edges of blocks, so that each part becomes one block', () => {
  const ranges = blockRanges(now - 31 * day, now);
  expect(ranges[0].from).toBe(now - 31 * day);
  expect(ranges[ranges.length - 1].to).toBe(now);
  ranges.forEach(({ from, to }, i) => {
    expect(Math.floor((from + 1) / blockRange)).toBe(
      Math.floor(to / blockRange),
    );
    expect(from).toBe(i === 0 ? now - 31 * day : ranges[i - 1].to);
  });
});

it('stays within the 5 million samples that were promised', () => {
  const times = sampleTimes(now - 31 * day, now, fineSince(now));
  // 15 services with three codes, nine histogram series, up and a probe
  expect(times.length * 15 * 14).toBeLessThan(5.2e6);
});
