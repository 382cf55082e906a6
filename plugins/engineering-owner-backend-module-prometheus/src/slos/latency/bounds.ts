/**
 * Bounds are compared as numbers: the same server stores `1` and `1.0`, one
 * from the text and one from the protobuf exposition. The tolerance takes care
 * of thresholds converted from seconds to milliseconds.
 */
export function isBound(spelling: string, bound: number): boolean {
  const value = spelling === '+Inf' ? Infinity : Number(spelling);
  return (
    spelling.trim() !== '' && Math.abs(value - bound) <= Math.abs(bound) * 1e-9
  );
}

/** How exporters write a bound, whether or not it was seen yet. */
export function usualSpellings(bound: number): string[] {
  const shortest = String(bound);
  return Number.isInteger(bound) && !shortest.includes('e')
    ? [shortest, `${shortest}.0`]
    : [shortest];
}

/**
 * The bound to count at: the threshold's own, else its neighbour on the side
 * that was asked for. Undefined when there is none; the last bucket holds all
 * requests and is no bound.
 */
export function settleBound(
  spellings: string[],
  { bound, nearestBucket }: { bound: number; nearestBucket?: string },
): number | undefined {
  if (spellings.some(spelling => isBound(spelling, bound))) {
    return bound;
  }
  const { below, above } = neighbours(spellings, bound);
  const next = { lower: below, upper: above }[nearestBucket ?? ''];
  const value = Number(next ?? NaN);
  return Number.isFinite(value) ? value : undefined;
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
