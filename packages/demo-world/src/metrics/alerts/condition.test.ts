import { day, hour, minute } from '../durations';
import type { Truth } from '../traffic/model';
import { holds, toPromql, type Condition } from './condition';
import { duration } from './promql';

const page: Condition = {
  kind: 'burn',
  budget: 0.001,
  pairs: [{ factor: 14.4, long: hour, short: 5 * minute }],
};

function events(byWindow: Record<number, Partial<Truth>>) {
  return {
    events: (window: number) => ({
      bad: 0,
      total: 0,
      slow: 0,
      ...byWindow[window],
    }),
    probeSucceeds: true,
  };
}

it.each([
  [5 * minute, '5m'],
  [90_000, '90s'],
  [6 * hour, '6h'],
  [3 * day, '3d'],
])('writes %d ms as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

it('refuses a duration that PromQL could not read', () => {
  expect(() => duration(1500)).toThrow('not 1500 ms');
});

it('asks Prometheus for both windows of a pair', () => {
  expect(toPromql(page, 'cart')).toBe(
    '(sum by (service) (rate(http_requests_total{service="cart",code=~"5.."}[1h]))' +
      ' / sum by (service) (rate(http_requests_total{service="cart"}[1h])) > (14.4 * 0.001)' +
      ' and sum by (service) (rate(http_requests_total{service="cart",code=~"5.."}[5m]))' +
      ' / sum by (service) (rate(http_requests_total{service="cart"}[5m])) > (14.4 * 0.001))',
  );
});

it.each([
  ['both windows burn', { bad: 20, total: 1000 }, { bad: 2, total: 100 }, true],
  [
    'only the long one',
    { bad: 20, total: 1000 },
    { bad: 1, total: 100 },
    false,
  ],
  [
    'only the short one',
    { bad: 14, total: 1000 },
    { bad: 2, total: 100 },
    false,
  ],
  ['nothing came in', {}, {}, false],
])('a pair when %s', (_, long, short, expected) => {
  expect(holds(page, events({ [hour]: long, [5 * minute]: short }))).toBe(
    expected,
  );
});

it('is slow above its share', () => {
  const slow: Condition = { kind: 'slow', share: 0.05, window: hour };
  expect(holds(slow, events({ [hour]: { slow: 6, total: 100 } }))).toBe(true);
  expect(holds(slow, events({ [hour]: { slow: 5, total: 100 } }))).toBe(false);
});
