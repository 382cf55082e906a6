import { instantOf } from './instant';
import { OnCallShift } from './model';

/**
 * Adds a reading of who is on call to what was observed before. An on-call
 * system renders today's rules into the past, so the past is what was seen at
 * the time: a shift that is gone ended now, one that appeared began after the
 * last reading, and what was only planned is replaced by the new plan. Of one
 * that has no beginning, since somebody is on call permanently, nobody knows
 * more than that it was seen: it begins when it first is. A shift whose beginning
 * was reconstructed stays so.
 *
 * @param request - `known` and `read` are of one policy. `known` has the shifts
 * not over at `at`; shifts that were over are history and not touched.
 * `lastReadAt` is absent at the first reading, whose beginnings are taken as they are.
 * @returns the shifts that take the place of `known`
 *
 * @public
 */
export function observedShifts(request: {
  known: OnCallShift[];
  read: OnCallShift[];
  at: Date;
  lastReadAt?: Date;
}): OnCallShift[] {
  const { known, read, at, lastReadAt } = request;
  const runningBefore = known.filter(shift => hasBegun(shift, at));
  const runningNow = new Set(
    read.filter(shift => hasBegun(shift, at)).map(keyOf),
  );
  const ended = runningBefore
    .filter(shift => !runningNow.has(keyOf(shift)))
    .map(shift => ({ ...shift, end: at.toISOString() }))
    .filter(({ start, end }) => start !== end);
  const begun = new Map(runningBefore.map(shift => [keyOf(shift), shift]));
  const current = read.map(shift => {
    const key = keyOf(shift);
    if (!hasBegun(shift, at)) {
      return shift;
    }
    const before = begun.get(key);
    if (before) {
      const { start, reconstructed } = before;
      return { ...shift, start, ...(reconstructed && { reconstructed }) };
    }
    if (shift.start === null) {
      return { ...shift, start: at.toISOString() };
    }
    return lastReadAt ? notBefore(shift, lastReadAt) : shift;
  });
  return [...ended, ...current];
}

function hasBegun({ start }: OnCallShift, at: Date): boolean {
  return start === null || (instantOf(start) ?? Infinity) <= at.getTime();
}

function notBefore(shift: OnCallShift, earliest: Date): OnCallShift {
  return hasBegun(shift, earliest)
    ? { ...shift, start: earliest.toISOString() }
    : shift;
}

/** Who it is, where; not when, since that is what changes. */
function keyOf(shift: OnCallShift): string {
  return JSON.stringify([
    shift.level,
    shift.responderId,
    shift.scheduleId ?? null,
  ]);
}
