import { OnCallShift } from './model';
import { Turn, turnsOfLevel } from './turns';

/**
 * How far ahead coverage is judged, in days.
 *
 * @public
 */
export const coverageDays = 28;

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
  const turns = turnsOfLevel(shifts, policyId, level).filter(
    turn => turn.to > from && turn.from < until,
  );
  return {
    level,
    gaps: gapsBetween(turns, from, until).map(gap => ({
      from: new Date(gap.from).toISOString(),
      to: new Date(gap.to).toISOString(),
    })),
    empty: turns.length === 0,
    permanent: turns.some(
      turn => turn.from === -Infinity && turn.to === Infinity,
    ),
  };
}

function gapsBetween(
  turnsByBeginning: Turn[],
  from: number,
  until: number,
): Array<{ from: number; to: number }> {
  const gaps: Array<{ from: number; to: number }> = [];
  let coveredTo = from;
  for (const turn of turnsByBeginning) {
    if (turn.from > coveredTo) {
      gaps.push({ from: coveredTo, to: turn.from });
    }
    coveredTo = Math.max(coveredTo, turn.to);
  }
  if (coveredTo < until) {
    gaps.push({ from: coveredTo, to: until });
  }
  return gaps;
}
