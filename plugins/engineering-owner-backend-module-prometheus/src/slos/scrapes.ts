import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Sample } from '../client/PrometheusClient';
import { Selector } from '../promql/selector';
import { Leg, legLabel } from './legs';
import { Lookback } from './lookback';

const shortestWindow = '5m';

/** Of fewer, an increase is a guess; of one, there is none. */
const leastSamples = 4;

const leg = 'samples';

/**
 * Asks how many samples a series had at most in any shortest window of the last
 * hour. The best one, so that neither a gap nor a series that was just born is
 * taken for a rare scrape.
 */
export function scrapeLegs(total: Selector, { seconds }: Lookback): Leg[] {
  return seconds > 3_600
    ? []
    : [
        {
          name: leg,
          expression: `max_over_time(max(count_over_time(${total.text}[${shortestWindow}]))[1h:${shortestWindow}])`,
        },
      ];
}

/** Says that the shortest window is too short for how often a metric is scraped. */
export function rareScrapes(
  { metric }: Selector,
  samples: Array<Pick<Sample, 'labels'> & { value?: number }>,
): Problem[] {
  const most = samples.find(({ labels }) => labels[legLabel] === leg)?.value;
  return most === undefined || !(most < leastSamples)
    ? []
    : [
        {
          code: 'sli_scrapes_rare',
          severity: 'warning',
          message: `${metric} has at most ${most} sample${
            most === 1 ? '' : 's'
          } in ${shortestWindow}; a window needs at least ${leastSamples}, so those of ${shortestWindow} say little or nothing, and neither do the alerts that need them. Scrape it every 75 s or more often`,
          params: { metric, samples: most },
        },
      ];
}
