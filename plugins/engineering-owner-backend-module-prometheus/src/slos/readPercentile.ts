import { InputError } from '@backstage/errors';
import { Stretch } from '@engineering-owner/backstage-plugin-node';
import { Series } from '../client/PrometheusClient';
import { PercentileReader } from './IndicatorReader';
import { samplesByStep } from './samplesByStep';

/** Refuses what is no share of requests. */
export function checkQuantile(quantile: number): void {
  if (!(quantile > 0 && quantile < 1)) {
    throw new InputError(
      `${quantile} is no quantile; it lies between 0 and 1, for example 0.99`,
    );
  }
}

/** The percentile at the end of each step; null where there were no requests. */
export function percentileByStep(
  series: Series[],
  steps: Stretch[],
  { perSecond }: PercentileReader,
): Array<{ at: Date; seconds: number | null }> {
  const samples = samplesByStep(series);
  return steps.map(({ to }) => {
    const value = samples.get(to.getTime())?.[0]?.value ?? NaN;
    return {
      at: to,
      // Without requests the quantile of nothing is NaN.
      seconds: Number.isFinite(value) ? value / perSecond : null,
    };
  });
}
