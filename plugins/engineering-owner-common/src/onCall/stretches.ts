import { instantOf } from './instant';
import { OnCallShift } from './model';

/** From a time to a later one, in milliseconds; the ends may be infinite. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * The stretch of a shift; null times have no end. Nothing for a shift whose
 * times are malformed or that ends before it begins.
 */
export function stretchOf(
  shift: Pick<OnCallShift, 'start' | 'end'>,
): Stretch[] {
  const from = shift.start === null ? -Infinity : instantOf(shift.start);
  const to = shift.end === null ? Infinity : instantOf(shift.end);
  return from === undefined || to === undefined || to <= from
    ? []
    : [{ from, to }];
}

/** Stretches in the order of time, those that overlap or touch as one. */
export function union(stretches: Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  )) {
    const previous = merged[merged.length - 1];
    if (previous && from <= previous.to) {
      previous.to = Math.max(previous.to, to);
    } else {
      merged.push({ from, to });
    }
  }
  return merged;
}

/** What of the stretches lies within another one. */
export function clip(stretches: Stretch[], bounds: Stretch): Stretch[] {
  return stretches.flatMap(stretch => {
    const from = Math.max(stretch.from, bounds.from);
    const to = Math.min(stretch.to, bounds.to);
    return to > from ? [{ from, to }] : [];
  });
}

/** How long they are together, each time counted once. */
export function lengthOf(stretches: Stretch[]): number {
  return union(stretches).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** What of a stretch none of the others covers. @param apart - in order, not overlapping, see {@link union} */
export function gapsBetween(apart: Stretch[], bounds: Stretch): Stretch[] {
  const ends = [bounds.from, ...apart.map(({ to }) => to)];
  const begins = [...apart.map(({ from }) => from), bounds.to];
  return clip(
    ends.map((from, index) => ({ from, to: begins[index] })),
    bounds,
  );
}
