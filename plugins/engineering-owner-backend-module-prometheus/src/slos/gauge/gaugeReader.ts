import { narrowed } from '../../promql/selector';
import { CompiledGauge } from '../compiled';
import { IndicatorReader } from '../IndicatorReader';
import { samplesReader } from '../samplesReader';

/** Reads a series that is 1 while all is well: what is missing to 1 is bad. */
export function gaugeReader(compiled: CompiledGauge): IndicatorReader {
  const { text } = compiled.up;
  return samplesReader({
    labels: compiled,
    text,
    over: (window, only = []) => `${narrowed(compiled.up, only)}[${window}]`,
    oneIs: 'good',
  });
}
