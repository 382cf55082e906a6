import { instantOf } from './instant';
import { OnCallShift } from './model';

/**
 * A stretch in which one person is on call at one level, in milliseconds.
 * Permanent ones run from minus to plus infinity.
 */
export interface Turn {
  responderId: string;
  schedule?: { id: string; name: string };
  from: number;
  to: number;
}

/**
 * The turns of one level of a policy, by beginning. Shifts of the same person
 * on the same schedule that touch are one turn: a schedule is handed out in
 * pieces (an override taken back, a slice of a reading), and "until" has to be
 * the time at which the person really goes off call.
 */
export function turnsOfLevel(
  shifts: OnCallShift[],
  policyId: string,
  level: number,
): Turn[] {
  const turns = shifts
    .filter(shift => shift.policyId === policyId && shift.level === level)
    .flatMap(shift => turnOf(shift))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const open = new Map<string, Turn>();
  const merged: Turn[] = [];
  for (const turn of turns) {
    const key = JSON.stringify([turn.responderId, turn.schedule?.id]);
    const previous = open.get(key);
    if (previous && turn.from <= previous.to) {
      previous.to = Math.max(previous.to, turn.to);
    } else {
      open.set(key, turn);
      merged.push(turn);
    }
  }
  return merged;
}

/** Nothing for a shift whose times are malformed or that ends before it begins. */
function turnOf(shift: OnCallShift): Turn[] {
  const from = shift.start === null ? -Infinity : instantOf(shift.start);
  const to = shift.end === null ? Infinity : instantOf(shift.end);
  if (from === undefined || to === undefined || to <= from) {
    return [];
  }
  const turn: Turn = { responderId: shift.responderId, from, to };
  if (shift.scheduleId !== undefined) {
    turn.schedule = {
      id: shift.scheduleId,
      name: shift.scheduleName ?? shift.scheduleId,
    };
  }
  return [turn];
}

/** ISO 8601, or null where a turn has no beginning or end. */
export function timeOf(milliseconds: number): string | null {
  return Number.isFinite(milliseconds)
    ? new Date(milliseconds).toISOString()
    : null;
}
