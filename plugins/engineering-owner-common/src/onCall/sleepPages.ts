import { Interruption } from './interruptions';
import { LoadLimit, LoadTone, toneOf } from './loadLimits';
import { isWithin, OnCallPeriod, periodStretch } from './period';

const WEEK_MS = 7 * 86_400_000;

/**
 * How often people are woken: interruptions between 22:00 and 8:00 by their own
 * clock, on shift or not.
 *
 * @public
 */
export interface SleepPages {
  /** Shorter than asked for where not all of it is known. */
  period: OnCallPeriod;
  /** Not all of the period asked for is known; then it is never fine. */
  partial?: boolean;
  n: number;
  /** Of so many interruptions. */
  of: number;
  /** A period shorter than a week counts as one. Absent for an empty period. */
  perWeek?: number;
  /** Interruptions of people whose time zone is not known: day or night. */
  excluded: { no_time_zone?: number };
  /** Not fine while some might have been at night. */
  tone: LoadTone;
}

/** Sleep pages among interruptions. */
export function sleepPages(
  interruptions: Interruption[],
  { period, limit }: { period: OnCallPeriod; limit: LoadLimit },
): SleepPages {
  const bounds = periodStretch(period);
  const inPeriod = interruptions.filter(({ at }) => isWithin(at, bounds));
  const n = inPeriod.filter(each => each.hourClass === 'sleep').length;
  const zoneless = inPeriod.filter(each => !each.hourClass).length;
  const length = bounds.to - bounds.from;
  const perWeek = length > 0 ? n / Math.max(1, length / WEEK_MS) : undefined;
  const tone = toneOf(perWeek, limit);
  return {
    period,
    n,
    of: inPeriod.length,
    ...(perWeek !== undefined && { perWeek }),
    excluded: zoneless > 0 ? { no_time_zone: zoneless } : {},
    tone: tone === 'fine' && zoneless > 0 ? 'unknown' : tone,
  };
}
