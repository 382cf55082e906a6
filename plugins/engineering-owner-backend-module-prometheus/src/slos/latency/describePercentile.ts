import { SloQuery } from '@engineering-owner/backstage-plugin-common';
import { CompiledLatency } from '../compiled';
import { onlyEntity } from '../onlyEntity';
import { percentileReader } from './percentileReader';

/** What to paste into Prometheus to check how fast one entity answered. */
export function describePercentile(
  compiled: CompiledLatency,
  quantile: number,
  entity: string,
  window: string,
): SloQuery {
  const { expression, perSecond } = percentileReader(compiled);
  const { entityLabel } = compiled;
  const own = onlyEntity({ entityLabel: entityLabel || undefined }, entity);
  const time = expression(quantile, window, own);
  return {
    window,
    meaning: 'percentile',
    expression: perSecond === 1 ? time : `${time} / ${perSecond}`,
  };
}
