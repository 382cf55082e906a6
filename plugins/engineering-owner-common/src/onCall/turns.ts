import { OnCallShift } from './model';
import { Stretch, stretchOf } from './stretches';

/**
 * A stretch in which one person is on call at one level, in milliseconds.
 * Permanent ones run to infinity, from when they were first seen.
 */
export interface Turn extends Stretch {
  responderId: string;
  schedule?: { id: string; name: string };
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

function turnOf(shift: OnCallShift): Turn[] {
  return stretchOf(shift).map(({ from, to }) => ({
    responderId: shift.responderId,
    from,
    to,
    ...(shift.scheduleId !== undefined && {
      schedule: {
        id: shift.scheduleId,
        name: shift.scheduleName ?? shift.scheduleId,
      },
    }),
  }));
}

/** ISO 8601, or null where a turn has no beginning or end. */
export function timeOf(milliseconds: number): string | null {
  return Number.isFinite(milliseconds)
    ? new Date(milliseconds).toISOString()
    : null;
}
