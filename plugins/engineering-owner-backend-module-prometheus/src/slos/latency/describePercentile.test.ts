import { JsonObject } from '@backstage/types';
import { compile } from '../compile';
import { readerOf } from '../readerOf';

const source = { type: 'prometheus', name: 'default' };

function described(indicator: JsonObject, quantile?: number) {
  const result = compile(
    {
      name: 'a template',
      place: 'templates[0]',
      entityLabel: 'service',
      indicator,
    },
    { source, replicaLabels: [] },
  );
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return readerOf(result.group.compiled)
    .describe(null, 'checkout', '1h', quantile)
    .filter(({ meaning }) => meaning === 'percentile');
}

const latency = { histogram: 'took_seconds', threshold: '300ms' };

describe('The query of a percentile', () => {
  it('is what the chart asks, of one entity and the window', () => {
    expect(described({ latency }, 0.99)).toEqual([
      {
        window: '1h',
        meaning: 'percentile',
        expression:
          'histogram_quantile(0.99, sum by (le) (increase(took_seconds_bucket{service="checkout"}[1h])))',
      },
    ]);
  });

  it('answers in seconds where the histogram counts milliseconds', () => {
    const [{ expression }] = described(
      { latency: { ...latency, histogram: 'took_ms' } },
      0.5,
    );
    expect(expression).toBe(
      'histogram_quantile(0.5, sum by (le) (increase(took_ms_bucket{service="checkout"}[1h]))) / 1000',
    );
  });

  it('is there for latencies alone, and when a share is asked for', () => {
    expect(described({ latency })).toEqual([]);
    expect(described({ gauge: { up: 'up' } }, 0.99)).toEqual([]);
  });
});
