import { instantOf } from './instant';
import { OnCallShift } from './model';

/**
 * What a reading of the past adds to what was observed. It tells who would have
 * been on call by today's rules, so that it never takes the place of what was
 * seen: of each schedule, or person without one, it counts only until the first
 * shift that was observed there. Shifts are cut at the ends of the stretch, so
 * that stretches may be read one after the other.
 *
 * @param request - `observed` and `read` are of one policy
 *
 * @public
 */
export function reconstructedShifts(request: {
  observed: OnCallShift[];
  read: OnCallShift[];
  from: Date;
  to: Date;
}): OnCallShift[] {
  const from = request.from.getTime();
  const to = request.to.getTime();
  const firstSeen = new Map<string, number>();
  for (const shift of request.observed) {
    const key = keyOf(shift);
    const begins = beginningOf(shift);
    firstSeen.set(key, Math.min(begins, firstSeen.get(key) ?? Infinity));
  }
  return request.read.flatMap(shift => {
    const start = Math.max(from, beginningOf(shift));
    const end = Math.min(
      to,
      shift.end === null ? Infinity : instantOf(shift.end) ?? -Infinity,
      firstSeen.get(keyOf(shift)) ?? Infinity,
    );
    return start < end
      ? [
          {
            ...shift,
            start: new Date(start).toISOString(),
            end: new Date(end).toISOString(),
            reconstructed: true,
          },
        ]
      : [];
  });
}

/** Without a beginning, as always; one that cannot be read, as never. */
function beginningOf({ start }: OnCallShift): number {
  return start === null ? -Infinity : instantOf(start) ?? Infinity;
}

function keyOf({ level, scheduleId, responderId }: OnCallShift): string {
  return JSON.stringify([
    level,
    scheduleId ?? null,
    scheduleId ? '' : responderId,
  ]);
}
