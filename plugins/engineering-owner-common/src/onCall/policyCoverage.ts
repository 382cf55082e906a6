import { coverageHorizon, LevelCoverage, levelCoverage } from './coverage';
import { LoadTone } from './loadLimits';
import { EscalationPolicy, OnCallShift } from './model';
import { OnCallPeriod } from './period';
import { clip, gapsBetween, stretchOf, union } from './stretches';

/**
 * How a policy is staffed in the coming four weeks, at each of its levels.
 *
 * @public
 */
export interface PolicyCoverage {
  policyId: string;
  /** What was judged; shorter than four weeks where less was read. Absent: nothing. */
  period?: OnCallPeriod;
  levels: LevelCoverage[];
  /** Levels at which nobody is on call at any time. */
  levelsWithoutPeople: number[];
  /** Stretches in which nobody is on call at any level, ISO 8601. */
  nobody: Array<{ from: string; to: string }>;
  /** Who is on call without an end, at some level. */
  permanentResponderIds: string[];
  /**
   * `act_now`: nobody is on call at this moment, or at any; `look_today`: a gap
   * at some level, a level without people, somebody without relief.
   */
  tone: LoadTone;
}

/**
 * Coverage of all levels of a policy. A policy without levels has nobody.
 *
 * @public
 */
export function policyCoverage(request: {
  policy: Pick<EscalationPolicy, 'id' | 'levels'>;
  shifts: OnCallShift[];
  now: Date;
  /** The end of what was read: no gap is claimed beyond it. */
  readUntil: Date;
}): PolicyCoverage {
  const { policy, shifts, now } = request;
  const until = coverageHorizon(now, request.readUntil);
  const numbers = [...new Set(policy.levels.map(({ level }) => level))];
  const levels = numbers
    .sort((a, b) => a - b)
    .map(level =>
      levelCoverage({ policyId: policy.id, level, shifts, now, until }),
    );
  const permanentResponderIds = [
    ...new Set(levels.flatMap(level => level.permanentResponderIds)),
  ].sort();
  const base = { policyId: policy.id, levels, permanentResponderIds };
  if (!(until > now)) {
    return {
      ...base,
      levelsWithoutPeople: [],
      nobody: [],
      tone: 'unknown',
    };
  }
  const bounds = { from: now.getTime(), to: until.getTime() };
  const atLevels = shifts.filter(
    ({ policyId, level }) => policyId === policy.id && numbers.includes(level),
  );
  const nobody = gapsBetween(
    clip(union(atLevels.flatMap(stretchOf)), bounds),
    bounds,
  ).map(gap => ({
    from: new Date(gap.from).toISOString(),
    to: new Date(gap.to).toISOString(),
  }));
  const levelsWithoutPeople = levels
    .filter(level => level.empty)
    .map(({ level }) => level);
  const nobodyNow = nobody[0]?.from === now.toISOString();
  const flawed =
    permanentResponderIds.length > 0 ||
    levels.some(level => level.gaps.length > 0);
  return {
    ...base,
    period: { from: now.toISOString(), to: until.toISOString() },
    levelsWithoutPeople,
    nobody,
    tone: nobodyNow ? 'act_now' : (flawed && 'look_today') || 'fine',
  };
}
