import { Interruption } from './interruptions';
import { LoadLimit, LoadTone, toneOf } from './loadLimits';
import { OnCallShift } from './model';
import { byResponder, onCallTime, reconstructedRatioOf } from './onCallTime';
import { isWithin, OnCallPeriod, periodStretch } from './period';

const SHIFT_SECONDS = 12 * 3600;
/** With less time on call the figure is flagged. */
const FEW_SHIFTS = 10;

/**
 * How often people are interrupted in twelve hours of being on call at the
 * first level.
 *
 * @public
 */
export interface PagesPerShift {
  /** Shorter than asked for where not all of it is known. */
  period: OnCallPeriod;
  /** Not all of the period asked for is known; then it is never fine. */
  partial?: boolean;
  /** Interruptions of people while they were on call at the first level. */
  n: number;
  /** Their time on call there, in shifts of twelve hours. */
  shifts: number;
  /** Absent without any time on call. */
  perShift?: number;
  /** Fewer than ten shifts: read with care. */
  fewShifts: boolean;
  /** `off_shift`: interruptions of people not on call at the first level then. */
  excluded: { off_shift?: number };
  /** Fraction of the time on call that was reconstructed, not observed. */
  reconstructedRatio: number;
  /** Unknown with less than one shift: a minute on call says nothing. */
  tone: LoadTone;
}

/**
 * Pages per twelve hours of the people in the shifts, each person's time
 * counted for itself: two at once are two shifts.
 *
 * @param shifts - of the policies in question, all levels
 */
export function pagesPerShift(
  interruptions: Interruption[],
  shifts: OnCallShift[],
  { period, limit }: { period: OnCallPeriod; limit: LoadLimit },
): PagesPerShift {
  const bounds = periodStretch(period);
  const times = new Map(
    [...byResponder(shifts.filter(({ level }) => level === 1))].map(
      ([responderId, own]) => [responderId, onCallTime(own, bounds)],
    ),
  );
  const inPeriod = interruptions.filter(({ at }) => isWithin(at, bounds));
  const n = inPeriod.filter(({ responderId, at }) =>
    times.get(responderId)?.stretches.some(stretch => isWithin(at, stretch)),
  ).length;
  const seconds = [...times.values()].reduce((sum, t) => sum + t.seconds, 0);
  const count = seconds / SHIFT_SECONDS;
  const perShift = seconds > 0 ? n / count : undefined;
  return {
    period,
    n,
    shifts: count,
    ...(perShift !== undefined && { perShift }),
    fewShifts: count < FEW_SHIFTS,
    excluded: inPeriod.length > n ? { off_shift: inPeriod.length - n } : {},
    reconstructedRatio: reconstructedRatioOf([...times.values()]),
    tone: count < 1 ? 'unknown' : toneOf(perShift, limit),
  };
}
