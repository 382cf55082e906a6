import { day, minute, second } from '../durations';

/**
 * Scraping a month at 15 s would be 35 M samples. Two minutes are exact enough
 * for the hours and days that are read of the past; the last day is finer, so
 * that windows of 5 minutes near its end hold enough samples.
 */
const coarse = 2 * minute;
export const fine = 30 * second;

/**
 * Times in (from, to] at which the past is sampled. All lie on one grid, also
 * where a later back-fill takes up: an odd sample between two others would
 * disturb how Prometheus extrapolates the windows around it.
 */
export function sampleTimes(
  from: number,
  to: number,
  fineFrom: number,
): number[] {
  const times: number[] = [];
  let time = Math.floor(from / fine) * fine;
  for (;;) {
    time =
      time < fineFrom ? (Math.floor(time / coarse) + 1) * coarse : time + fine;
    if (time > to) {
      return times;
    }
    if (time > from) {
      times.push(time);
    }
  }
}

/** From when on the past is sampled finely, for a history that ends at `to`. */
export function fineSince(to: number): number {
  return to - day;
}

/** Alignment of the blocks of Prometheus' database: 54 hours, its third level. */
export const blockRange = 54 * 60 * minute;

/**
 * Cuts (from, to] where blocks end. promtool reads its whole input once per
 * block, so a month in one file would be read fourteen times.
 */
export function blockRanges(
  from: number,
  to: number,
): Array<{ from: number; to: number }> {
  const ranges: Array<{ from: number; to: number }> = [];
  let start = from;
  while (start < to) {
    // A block holds [k, k + 54h): its last millisecond is the range's end.
    const edge = (Math.floor((start + 1) / blockRange) + 1) * blockRange - 1;
    const end = Math.min(edge, to);
    ranges.push({ from: start, to: end });
    start = end;
  }
  return ranges;
}
