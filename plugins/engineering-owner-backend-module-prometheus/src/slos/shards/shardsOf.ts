import { Matcher } from '../../promql/selector';
import { entityRanges } from './entityRanges';

/** More series in one answer hold up Prometheus and this process. */
const mostSeries = 20_000;

/** Half of what is read at most, because names may be long and entities new. */
const mostBytes = 8 * 1024 * 1024;
const bytesOfSeries = 150;
/** A time and a number, as JSON. */
const bytesOfPoint = 36;

/**
 * How to divide a group, so that each answer has at most 20,000 series and fits
 * into a body that is read: the matchers of each part. A single empty list:
 * not at all.
 */
export function shardsOf(options: {
  entityLabel: string | undefined;
  /** Values of the label that are known. */
  known: readonly string[];
  /** Series of each entity in the answer. */
  seriesPerEntity: number;
  /** Values of each series. */
  points: number;
}): Matcher[][] {
  const { entityLabel, known, seriesPerEntity, points } = options;
  const series = known.length * seriesPerEntity;
  const bytes = series * (bytesOfSeries + points * bytesOfPoint);
  const count = Math.ceil(Math.max(series / mostSeries, bytes / mostBytes));
  return entityLabel === undefined || count <= 1
    ? [[]]
    : entityRanges(entityLabel, known, count);
}
