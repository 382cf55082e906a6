import { formatErrorRatio } from '../figures';
import type { T } from '../translation';
import type { ErrorPoint } from './errorSeries';

/** The error ratio of a step; without traffic a word, and nothing when not read. */
export function errorRatioText(
  t: T,
  { errorRatio, total }: ErrorPoint,
): string | undefined {
  if (errorRatio !== null) {
    return formatErrorRatio(errorRatio);
  }
  return total === 0 ? t('slos.table.missing.no_traffic') : undefined;
}
