import { OnCallShift } from './model';
import { OnCallPeriod } from './period';
import { Turn, turnsOfLevel } from './turns';

/**
 * A level of a policy with its shifts, also those that are over. They are kept in
 * pieces, so that a single one may be the middle of a turn, or the beginning of
 * one that goes on.
 *
 * @public
 */
export interface LevelShifts {
  shifts: OnCallShift[];
  policyId: string;
  level: number;
  now: Date;
}

/**
 * The turn at a level that ended last. Nothing where none ended whose beginning
 * is known.
 *
 * @public
 */
export function lastShift(of: LevelShifts): OnCallPeriod | undefined {
  return boundedTurns(of)
    .filter(({ to }) => to <= of.now.getTime())
    .sort((a, b) => b.to - a.to)
    .map(periodOf)
    .at(0);
}

/**
 * The turn at a level that runs, of several the one that began last. Nothing
 * where only somebody permanent is on call.
 *
 * @public
 */
export function runningShift(of: LevelShifts): OnCallPeriod | undefined {
  const now = of.now.getTime();
  return boundedTurns(of)
    .filter(({ from, to }) => from <= now && now < to)
    .sort((a, b) => b.from - a.from)
    .map(periodOf)
    .at(0);
}

function boundedTurns({ shifts, policyId, level }: LevelShifts): Turn[] {
  return turnsOfLevel(shifts, policyId, level).filter(
    ({ from, to }) => Number.isFinite(from) && Number.isFinite(to),
  );
}

function periodOf({ from, to }: Turn): OnCallPeriod {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}
