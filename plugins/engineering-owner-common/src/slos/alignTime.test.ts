import { alignTime } from './alignTime';

describe('alignTime', () => {
  it.each([
    ['2026-03-01T12:00:29Z', 60, 30, '2026-03-01T11:59:00.000Z'],
    ['2026-03-01T12:00:30Z', 60, 30, '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:04:59Z', 300, 0, '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T00:00:10Z', 300, 30, '2026-02-28T23:55:00.000Z'],
  ])(
    'at %s, every %d s after %d s of delay, ends at %s',
    (now, intervalSeconds, delaySeconds, end) => {
      const aligned = alignTime(new Date(now), {
        intervalSeconds,
        delaySeconds,
      });
      expect(aligned.toISOString()).toBe(end);
    },
  );
});
