import { CompiledRawRatio } from '../compiled';
import { IndicatorReader } from '../IndicatorReader';
import { samplesReader } from '../samplesReader';

/**
 * How often a ratio is looked at. The same in every window, since windows are
 * added up and each look has to weigh the same.
 */
const resolution = '1m';

/**
 * Reads a ratio of which the events are not known. A minute without events,
 * where a quotient is not a number, is left out: one would spoil the month.
 */
export function rawRatioReader(compiled: CompiledRawRatio): IndicatorReader {
  const { query, rawType } = compiled;
  return samplesReader({
    labels: compiled,
    text: query,
    over: window => `((${query}) >= 0)[${window}:${resolution}]`,
    oneIs: rawType === 'failure' ? 'bad' : 'good',
  });
}
