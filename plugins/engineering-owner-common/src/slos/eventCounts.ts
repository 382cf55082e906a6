import { EventCounts } from './model';

/**
 * Counts as they may be used: finite, not negative, bad at most total.
 * `increase` extrapolates the two legs apart, so bad may exceed total a
 * little. Undefined when there is no sensible total or bad to begin with,
 * because a figure that is not known must not become a zero.
 *
 * @public
 */
export function soundCounts(
  counts: EventCounts | undefined,
): EventCounts | undefined {
  if (
    !counts ||
    !Number.isFinite(counts.total) ||
    !Number.isFinite(counts.bad)
  ) {
    return undefined;
  }
  const total = Math.min(Math.max(0, counts.total), Number.MAX_SAFE_INTEGER);
  return { total, bad: Math.min(Math.max(0, counts.bad), total) };
}
