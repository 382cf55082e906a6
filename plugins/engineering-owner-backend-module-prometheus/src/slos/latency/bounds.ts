/**
 * Bounds are compared as numbers: the same server stores `1` and `1.0`, one
 * from the text and one from the protobuf exposition. The tolerance takes care
 * of thresholds converted from seconds to milliseconds.
 */
export function isBound(spelling: string, bound: number): boolean {
  const value = spelling === '+Inf' ? Infinity : Number(spelling);
  return spelling.trim() !== '' && isSame(value, bound);
}

/** How exporters write a bound, whether or not it was seen yet. */
export function usualSpellings(bound: number): string[] {
  const shortest = String(bound);
  return Number.isInteger(bound) && !shortest.includes('e')
    ? [shortest, `${shortest}.0`]
    : [shortest];
}

/** How many series of an entity have a bound, by its spelling. */
export type SeriesByBound = ReadonlyMap<string, number>;

/**
 * The bound to count an entity at that does not have the threshold's own: the
 * neighbour on the side that was asked for, of those that all its series have,
 * since requests of the others would pass for slow. The one that was settled
 * before stays, so that what is counted stays the same. Undefined when there is
 * none; the last bucket holds all requests and is no bound.
 */
export function settleBound(
  series: SeriesByBound,
  options: {
    bound: number;
    nearestBucket: 'lower' | 'upper';
    before?: number;
  },
): number | undefined {
  const { bound, nearestBucket, before } = options;
  const most = series.get('+Inf') ?? Math.max(...series.values());
  const common = [...series.keys()]
    .map(Number)
    .filter(Number.isFinite)
    .filter(value => seriesAt(series, value) >= most);
  if (before !== undefined && common.some(value => isSame(value, before))) {
    return before;
  }
  const beside = common.filter(value =>
    nearestBucket === 'lower' ? value < bound : value > bound,
  );
  if (beside.length === 0) {
    return undefined;
  }
  return nearestBucket === 'lower' ? Math.max(...beside) : Math.min(...beside);
}

function seriesAt(series: SeriesByBound, bound: number): number {
  return [...series]
    .filter(([spelling]) => isBound(spelling, bound))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** Whether two bounds are one, but for how they were computed. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

/** The bounds next to one that does not exist. */
export function neighbours(
  spellings: string[],
  bound: number,
): { below?: string; above?: string } {
  const sorted = spellings
    .map(spelling => ({
      spelling,
      value: spelling === '+Inf' ? Infinity : Number(spelling),
    }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value);
  return {
    below: sorted.filter(({ value }) => value < bound).at(-1)?.spelling,
    above: sorted.find(({ value }) => value > bound)?.spelling,
  };
}
