import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { compiledSchema } from './compiled';
import { IndicatorReader } from './IndicatorReader';
import { latencyReader } from './latency/latencyReader';
import { gaugeReader } from './gauge/gaugeReader';
import { ratioReader } from './ratio/ratioReader';
import { ratioQueryReader } from './ratioQuery/ratioQueryReader';
import { rawRatioReader } from './rawRatio/rawRatioReader';

/** The reader for a compiled indicator that the backend handed back. */
export function readerOf(compiled: JsonObject): IndicatorReader {
  const parsed = compiledSchema.safeParse(compiled);
  if (!parsed.success) {
    throw new InputError(
      `not a compiled indicator of this version: ${z.prettifyError(
        parsed.error,
      )}; compile the template again`,
    );
  }
  const indicator = parsed.data;
  switch (indicator.kind) {
    case 'ratio':
      return ratioReader(indicator);
    case 'latency':
      return latencyReader(indicator);
    case 'ratioQuery':
      return ratioQueryReader(indicator);
    case 'rawRatio':
      return rawRatioReader(indicator);
    default:
      return gaugeReader(indicator);
  }
}
