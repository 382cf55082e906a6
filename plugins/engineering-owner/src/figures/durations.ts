import { NARROW_SPACE } from './locale';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function joined(
  whole: number,
  wholeUnit: string,
  rest: number,
  restUnit: string,
): string {
  const first = `${whole}${NARROW_SPACE}${wholeUnit}`;
  return rest > 0 ? `${first} ${rest}${NARROW_SPACE}${restUnit}` : first;
}

/**
 * A span as a person says it: `40 min`, `9 h`, `1 h 20 min`, `3 d 4 h`, `23 d`.
 * The smaller unit is left out where it no longer matters.
 */
export function formatDuration(seconds: number): string {
  const span = Math.max(0, seconds);
  if (Math.round(span) < MINUTE) {
    return `${Math.round(span)}${NARROW_SPACE}s`;
  }
  const minutes = Math.round(span / MINUTE);
  if (minutes < 60) {
    return `${minutes}${NARROW_SPACE}min`;
  }
  if (minutes < 5 * 60) {
    return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  }
  const hours = Math.round(span / HOUR);
  if (hours < 24) {
    return `${hours}${NARROW_SPACE}h`;
  }
  if (hours < 7 * 24) {
    return joined(Math.floor(hours / 24), 'd', hours % 24, 'h');
  }
  return `${Math.round(span / DAY)}${NARROW_SPACE}d`;
}

/** Seconds between two moments, never negative. */
export function secondsBetween(earlier: string | Date, later: Date): number {
  return Math.max(0, (later.getTime() - new Date(earlier).getTime()) / 1000);
}

/** The time since a moment, as a person says it. */
export function formatAge(since: string | Date, now: Date): string {
  return formatDuration(secondsBetween(since, now));
}

/**
 * A span in full, for limits that have to be told apart: `5 min 10 s`, where
 * `formatDuration` says `5 min`.
 */
export function formatExactDuration(seconds: number): string {
  const units = [
    { unit: 'd', length: DAY },
    { unit: 'h', length: HOUR },
    { unit: 'min', length: MINUTE },
  ];
  let rest = Math.max(0, seconds);
  const parts = units.flatMap(({ unit, length }) => {
    const whole = Math.floor(rest / length);
    rest -= whole * length;
    return whole > 0 ? [`${whole}${NARROW_SPACE}${unit}`] : [];
  });
  // Below a millisecond nobody sets a limit; what is left there is rounding.
  const left = Number(rest.toFixed(3));
  return left > 0 || parts.length === 0
    ? [...parts, `${left}${NARROW_SPACE}s`].join(' ')
    : parts.join(' ');
}
