import { Problem } from '@engineering-owner/backstage-plugin-common';
import { CompiledLatency } from '../compiled';
import { ownerOf } from '../ownerOf';

/** Requests are counted in buckets: a threshold between two cannot be measured. */
export function missingBound(
  { buckets, bound, unit, entityLabel }: CompiledLatency,
  next: { below?: string; above?: string },
  entity?: string,
): Problem {
  const owner = ownerOf(entityLabel, entity, 'of');
  const near = [next.below, next.above].filter(
    spelling => spelling !== undefined,
  );
  const advice =
    near.length > 0
      ? `the nearest are ${near.join(' and ')}`
      : 'it has no classic buckets';
  return {
    code: 'sli_bound_missing',
    severity: 'error',
    message: `${buckets.metric}${owner} has no bucket that ends at ${bound} ${unit}; ${advice}`,
    params: {
      metric: buckets.metric,
      bound,
      unit,
      nearest: near.join(', '),
    },
  };
}

/** The figures are of another threshold than was asked for. */
export function nearestBound(
  { buckets, bound, unit, nearestBucket }: CompiledLatency,
  settled: number,
): Problem {
  return {
    code: 'sli_bound_nearest',
    severity: 'warning',
    message: `${buckets.metric} has no bucket that ends at ${bound} ${unit}; requests are counted at ${settled} ${unit}, since nearestBucket is ${nearestBucket}`,
    params: { metric: buckets.metric, bound, unit, settled },
  };
}
