import { LoadTone } from './loadLimits';
import { OnCallShift } from './model';
import {
  byResponder,
  OnCallTime,
  onCallTime,
  reconstructedRatioOf,
} from './onCallTime';
import { OnCallPeriod, periodStretch } from './period';
import { stretchOf } from './stretches';

/**
 * How much of a period somebody is on call, at any level of any policy. Shifts
 * that overlap count once; permanently on call is all of it.
 *
 * @public
 */
export interface OnCallShare {
  /** Shorter than asked for where not all of it is known. */
  period: OnCallPeriod;
  /** Not all of the period asked for is known; then it is never fine. */
  partial?: boolean;
  /** Stretches on call. */
  n: number;
  seconds: number;
  /** From 0 to 1. Absent for an empty period. */
  ratio?: number;
  /** On call without an end at some level. */
  permanent: boolean;
  /** Fraction of the time on call that was reconstructed, not observed. */
  reconstructedRatio: number;
  tone: LoadTone;
}

/**
 * The shares of a team's people, without names.
 *
 * @public
 */
export interface TeamOnCallShare {
  /** Shorter than asked for where not all of it is known. */
  period: OnCallPeriod;
  /** Not all of the period asked for is known; then it is never fine. */
  partial?: boolean;
  /** People. */
  n: number;
  /** Of the person with the most. Absent without people. */
  highestRatio?: number;
  meanRatio?: number;
  /** People on call for more than the limit. */
  over: number;
  /** People on call without an end at some level. */
  permanent: number;
  reconstructedRatio: number;
  /** Demands action as soon as one person is over the limit. */
  tone: LoadTone;
}

/** The share of one person. @param shifts - all of theirs, of all policies */
export function onCallShare(
  shifts: OnCallShift[],
  { period, limit }: { period: OnCallPeriod; limit: number },
): OnCallShare {
  const bounds = periodStretch(period);
  const time = onCallTime(shifts, bounds);
  const ratio = ratioOf(time, period);
  return {
    period,
    n: time.stretches.length,
    seconds: time.seconds,
    ...(ratio !== undefined && { ratio }),
    permanent: isPermanent(shifts),
    reconstructedRatio: time.reconstructedRatio,
    tone: shareTone(ratio, limit),
  };
}

/** The shares of several people together. @param shifts - all of theirs, of all policies */
export function teamOnCallShare(
  shifts: OnCallShift[],
  people: string[],
  { period, limit }: { period: OnCallPeriod; limit: number },
): TeamOnCallShare {
  const bounds = periodStretch(period);
  const shiftsOf = byResponder(shifts);
  const own = people.map(id => shiftsOf.get(id) ?? []);
  const times = own.map(each => onCallTime(each, bounds));
  const ratios = times.flatMap(time => ratioOf(time, period) ?? []);
  const highestRatio = ratios.length > 0 ? Math.max(...ratios) : undefined;
  return {
    period,
    n: people.length,
    ...(highestRatio !== undefined && {
      highestRatio,
      meanRatio: ratios.reduce((sum, each) => sum + each, 0) / ratios.length,
    }),
    over: ratios.filter(ratio => ratio > limit).length,
    permanent: own.filter(isPermanent).length,
    reconstructedRatio: reconstructedRatioOf(times),
    tone: shareTone(highestRatio, limit),
  };
}

function ratioOf(time: OnCallTime, period: OnCallPeriod): number | undefined {
  const { from, to } = periodStretch(period);
  return to > from ? (time.seconds * 1000) / (to - from) : undefined;
}

function isPermanent(shifts: OnCallShift[]): boolean {
  return shifts.flatMap(stretchOf).some(({ to }) => to === Infinity);
}

function shareTone(ratio: number | undefined, limit: number): LoadTone {
  if (ratio === undefined) {
    return 'unknown';
  }
  return ratio > limit ? 'act_now' : 'fine';
}
