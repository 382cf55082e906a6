import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { compiledSchema } from './compiled';
import { IndicatorReader } from './IndicatorReader';
import { latencyReader } from './latency/latencyReader';
import { ratioReader } from './ratio/ratioReader';

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
  return parsed.data.kind === 'ratio'
    ? ratioReader(parsed.data)
    : latencyReader(parsed.data);
}
