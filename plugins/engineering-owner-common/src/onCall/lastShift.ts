import { OnCallShift } from './model';
import { OnCallPeriod } from './period';
import { turnsOfLevel } from './turns';

/**
 * The turn at a level of a policy that ended last. Shifts are kept in pieces, so
 * that a single one may be the middle of a turn, or the beginning of one that
 * goes on.
 *
 * @param request - `shifts` also has those that run
 * @returns nothing where none ended whose beginning is known
 *
 * @public
 */
export function lastShift(request: {
  shifts: OnCallShift[];
  policyId: string;
  level: number;
  now: Date;
}): OnCallPeriod | undefined {
  const { shifts, policyId, level, now } = request;
  const [last] = turnsOfLevel(shifts, policyId, level)
    .filter(({ from, to }) => Number.isFinite(from) && to <= now.getTime())
    .sort((a, b) => b.to - a.to);
  return (
    last && {
      from: new Date(last.from).toISOString(),
      to: new Date(last.to).toISOString(),
    }
  );
}
