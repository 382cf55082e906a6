import { DateTime } from 'luxon';
import { AccountSchedule } from '../account/account';

/** One person's stretch on call; times are epoch milliseconds. */
export interface Shift {
  userId: string;
  start: number;
  end: number;
}

/** A stretch in which a schedule has nobody. */
export interface CoverageGap {
  start: number;
  end: number;
}

const HANDOVER_HOUR = 9;
/** The Monday on which the first person of every rotation took over. */
const FIRST_MONDAY = { year: 2024, month: 1, day: 1 };

function handoverBefore(at: number, zone: string): DateTime {
  const local = DateTime.fromMillis(at, { zone });
  const handover = local.startOf('week').set({ hour: HANDOVER_HOUR });
  return handover <= local
    ? handover
    : local.startOf('week').minus({ weeks: 1 }).set({ hour: HANDOVER_HOUR });
}

/** Calendar weeks, not 168 hours: a week with a clock change is one turn. */
function turnOf(handover: DateTime, people: number): number {
  const first = DateTime.fromObject(FIRST_MONDAY, { zone: 'utc' });
  const day = DateTime.utc(handover.year, handover.month, handover.day);
  const weeks = Math.round(day.diff(first, 'weeks').weeks);
  return ((weeks % people) + people) % people;
}

function withoutGap(shift: Shift, gap: CoverageGap): Shift[] {
  if (gap.end <= shift.start || gap.start >= shift.end) {
    return [shift];
  }
  return [
    { ...shift, end: gap.start },
    { ...shift, start: gap.end },
  ].filter(part => part.end > part.start);
}

/**
 * The two days in which the gap schedule has nobody: they start four days
 * after the simulator does, so they lie ahead even when it runs for three days.
 */
export function coverageGapOf(
  schedule: AccountSchedule,
  startedAt: number,
): CoverageGap | undefined {
  if (!schedule.hasGap) {
    return undefined;
  }
  const start = DateTime.fromMillis(startedAt, { zone: schedule.timeZone })
    .startOf('day')
    .plus({ days: 4 })
    .set({ hour: HANDOVER_HOUR });
  return { start: start.toMillis(), end: start.plus({ days: 2 }).toMillis() };
}

/** Whole shifts that overlap the stretch from `since` to `until`, in order. */
export function shiftsBetween(
  schedule: AccountSchedule,
  since: number,
  until: number,
  gap: CoverageGap | undefined,
): Shift[] {
  const shifts: Shift[] = [];
  let handover = handoverBefore(since, schedule.timeZone);
  while (handover.toMillis() <= until) {
    const next = handover
      .startOf('day')
      .plus({ weeks: 1 })
      .set({ hour: HANDOVER_HOUR });
    const shift = {
      userId: schedule.userIds[turnOf(handover, schedule.userIds.length)],
      start: handover.toMillis(),
      end: next.toMillis(),
    };
    shifts.push(...(gap ? withoutGap(shift, gap) : [shift]));
    handover = next;
  }
  return shifts.filter(shift => shift.end > since && shift.start <= until);
}
