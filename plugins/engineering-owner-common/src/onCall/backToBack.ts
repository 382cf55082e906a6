import { Clock, clockOf, realClock } from './clock';
import { LoadTone } from './loadLimits';
import { OnCallShift } from './model';
import { byResponder, onCallTime, reconstructedRatioOf } from './onCallTime';
import { isWithin, OnCallPeriod, periodStretch } from './period';
import { Stretch, stretchOf, union } from './stretches';

/**
 * Shifts at the first level after which somebody had less rest than the shift
 * was long.
 *
 * @public
 */
export interface BackToBackShifts {
  /** Shorter than asked for where not all of it is known. */
  period: OnCallPeriod;
  /** Not all of the period asked for is known; then it is never fine. */
  partial?: boolean;
  n: number;
  /** Shifts of the period that came after another one of the same person. */
  of: number;
  reconstructedRatio: number;
  /** No published limit: one is worth a look, none demands action at once. */
  tone: LoadTone;
}

/**
 * Back-to-back shifts of people, of all their policies. Shifts of a person that
 * overlap or touch are one: a longer one, not two.
 *
 * Where clocks change, a rest is an hour shorter or a shift an hour longer than
 * the schedule says. Schedules follow some clock, and nobody tells which: so a
 * rest is too short only when it is in real time and by the clock of each of these
 * people.
 *
 * @param shifts - also those before the period, all levels
 * @param timeZoneOf - IANA name of a responder's time zone
 */
export function backToBackShifts(
  shifts: OnCallShift[],
  period: OnCallPeriod,
  timeZoneOf: (responderId: string) => string | undefined,
): BackToBackShifts {
  const bounds = periodStretch(period);
  const people = [...byResponder(shifts.filter(({ level }) => level === 1))];
  const rests = people.flatMap(([, own]) =>
    restsBefore(union(own.flatMap(stretchOf)), bounds),
  );
  const zones = new Set(people.flatMap(([id]) => timeZoneOf(id) ?? []));
  const clocks = [
    realClock,
    ...[...zones].flatMap(zone => clockOf(zone) ?? []),
  ];
  const n = rests.filter(rest => isTooShort(rest, clocks)).length;
  const times = people.map(([, own]) => onCallTime(own, bounds));
  const anybody = times.some(({ seconds }) => seconds > 0);
  const tone = n > 0 ? 'look_today' : 'fine';
  return {
    period,
    n,
    of: rests.length,
    reconstructedRatio: reconstructedRatioOf(times),
    tone: anybody ? tone : 'unknown',
  };
}

/** A shift and when the next one of the same person begins. */
interface Rest {
  shift: Stretch;
  until: number;
}

/** The rest before each shift that begins in the period, with the shift before it. */
function restsBefore(turns: Stretch[], period: Stretch): Rest[] {
  return turns.flatMap((next, index) => {
    const shift = turns[index - 1];
    const begins = new Date(next.from);
    return shift &&
      Number.isFinite(next.from) &&
      isWithin(begins.toISOString(), period)
      ? {
          // Of one that has no beginning, what is in the period is known.
          shift: {
            from: Number.isFinite(shift.from) ? shift.from : period.from,
            to: shift.to,
          },
          until: next.from,
        }
      : [];
  });
}

function isTooShort({ shift, until }: Rest, clocks: Clock[]): boolean {
  return clocks.every(
    clock =>
      clock(until) - clock(shift.to) < clock(shift.to) - clock(shift.from),
  );
}
