import { narrowed } from '../../promql/selector';
import { CompiledLatency } from '../compiled';
import { PercentileReader } from '../IndicatorReader';
import { deduplicated } from '../legs';

/**
 * The time within which a share of a histogram's requests was answered, by
 * Prometheus' own interpolation between the two bounds next to it.
 */
export function percentileReader({
  buckets,
  replicaLabels,
  unit,
}: CompiledLatency): PercentileReader {
  return {
    expression: (quantile, duration, only) =>
      `histogram_quantile(${quantile}, sum by (le) (${deduplicated(
        `increase(${narrowed(buckets, only)}[${duration}])`,
        replicaLabels,
      )}))`,
    perSecond: unit === 'ms' ? 1000 : 1,
  };
}
