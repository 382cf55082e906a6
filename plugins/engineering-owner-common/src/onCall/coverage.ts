import { OnCallShift } from './model';
import { clip, gapsBetween, lengthOf, union } from './stretches';
import { turnsOfLevel } from './turns';

/**
 * How far ahead coverage is judged, in days.
 *
 * @public
 */
export const coverageDays = 28;

const DAY_MS = 86_400_000;

/** Until when coverage is judged: the end of what was read, at most four weeks ahead. */
export function coverageHorizon(now: Date, readUntil: Date): Date {
  return new Date(
    Math.min(readUntil.getTime(), now.getTime() + coverageDays * DAY_MS),
  );
}

/**
 * How one level of a policy is staffed from now to the horizon.
 *
 * @public
 */
export interface LevelCoverage {
  level: number;
  /** Stretches without anybody, ISO 8601, in the order of time. */
  gaps: Array<{ from: string; to: string }>;
  /** Nobody at any time: not a gap but a level without people. */
  empty: boolean;
  /** Somebody is always on call, without a schedule and without relief. */
  permanent: boolean;
  /** Who that is. */
  permanentResponderIds: string[];
  /** Fraction of the time with somebody on call, from 0 to 1. Absent when unknown. */
  coveredRatio?: number;
  /** Nothing was read of the time to come: no gap can be told, and none denied. */
  unknown: boolean;
}

/**
 * Coverage of one level between two times. Nothing is said about later than
 * `until`: the end of what was read, at most four weeks ahead.
 *
 * @public
 */
export function levelCoverage(request: {
  policyId: string;
  level: number;
  shifts: OnCallShift[];
  now: Date;
  until: Date;
}): LevelCoverage {
  const { policyId, level, shifts } = request;
  const from = request.now.getTime();
  const until = request.until.getTime();
  const turns = turnsOfLevel(shifts, policyId, level);
  const permanent = turns.filter(
    turn => turn.from <= from && turn.to === Infinity,
  );
  const base = {
    level,
    permanent: permanent.length > 0,
    permanentResponderIds: [
      ...new Set(permanent.map(turn => turn.responderId)),
    ].sort(),
  };
  if (!(until > from)) {
    return { ...base, gaps: [], empty: false, unknown: true };
  }
  const covered = clip(union(turns), { from, to: until });
  return {
    ...base,
    gaps: gapsBetween(covered, { from, to: until }).map(gap => ({
      from: new Date(gap.from).toISOString(),
      to: new Date(gap.to).toISOString(),
    })),
    empty: covered.length === 0,
    coveredRatio: lengthOf(covered) / (until - from),
    unknown: false,
  };
}
