import { OnCallShift } from './model';
import { clip, lengthOf, Stretch, stretchOf, union } from './stretches';

/** When somebody is on call: each moment once, however many shifts it is in. */
export interface OnCallTime {
  stretches: Stretch[];
  seconds: number;
  /** Fraction of it that only reconstructed shifts tell of. */
  reconstructedRatio: number;
}

/** The time on call in the shifts, as far as it lies within bounds. */
export function onCallTime(shifts: OnCallShift[], bounds: Stretch): OnCallTime {
  const within = (some: OnCallShift[]) =>
    clip(union(some.flatMap(stretchOf)), bounds);
  const stretches = within(shifts);
  const all = lengthOf(stretches);
  const observed = lengthOf(within(shifts.filter(each => !each.reconstructed)));
  return {
    stretches,
    seconds: all / 1000,
    reconstructedRatio: all === 0 ? 0 : (all - observed) / all,
  };
}

/** The shifts of each person. */
export function byResponder(shifts: OnCallShift[]): Map<string, OnCallShift[]> {
  const grouped = new Map<string, OnCallShift[]>();
  for (const shift of shifts) {
    const own = grouped.get(shift.responderId);
    if (own) {
      own.push(shift);
    } else {
      grouped.set(shift.responderId, [shift]);
    }
  }
  return grouped;
}

/** The reconstructed fraction of the time of several people together. */
export function reconstructedRatioOf(times: OnCallTime[]): number {
  const seconds = times.reduce((sum, time) => sum + time.seconds, 0);
  const reconstructed = times.reduce(
    (sum, time) => sum + time.seconds * time.reconstructedRatio,
    0,
  );
  return seconds === 0 ? 0 : Math.min(1, reconstructed / seconds);
}
