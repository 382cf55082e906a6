import { instantOf } from './instant';
import { LoadTone } from './loadLimits';
import { OnCallPeriod, periodStretch } from './period';

/** What was read so lately is read up to now: it is always behind by some. */
const READ_LATELY_MS = 3_600_000;

/** From when and until when all of something is known; absent: without an end. */
export interface Known {
  from?: string;
  until?: string;
}

/** The part of a period in which all that a figure rests on is known. */
export interface KnownPart {
  period: OnCallPeriod;
  /** All of the period. The last hour may be missing. */
  whole: boolean;
}

/** What of a period is known. Times that cannot be read limit nothing. */
export function knownPart(period: OnCallPeriod, ...known: Known[]): KnownPart {
  const { from, to } = periodStretch(period);
  const begins = Math.max(from, ...instantsOf(known, 'from'));
  const ends = Math.min(to, ...instantsOf(known, 'until'));
  if (begins === from && ends === to) {
    return { period, whole: true };
  }
  const last = Math.max(from, ends);
  return {
    period: {
      from: new Date(Math.min(begins, last)).toISOString(),
      to: new Date(last).toISOString(),
    },
    whole: begins === from && ends >= to - READ_LATELY_MS,
  };
}

/**
 * A figure of a part: one that is not of the whole period is marked, and never
 * fine, since what is missing may be what is wrong.
 */
export function ofPart<T extends { tone: LoadTone; partial?: boolean }>(
  { whole }: KnownPart,
  figure: T,
): T {
  return whole
    ? figure
    : {
        ...figure,
        partial: true,
        tone: figure.tone === 'fine' ? 'unknown' : figure.tone,
      };
}

function instantsOf(known: Known[], end: keyof Known): number[] {
  return known.flatMap(({ [end]: at }) =>
    at === undefined ? [] : instantOf(at) ?? [],
  );
}
