import { Problem } from '../problem';
import { SectionStatus } from './status';

/** After so many missed turns what was read is old. */
const INTERVALS_UNTIL_STALE = 3;

/**
 * One scheduled read that a section of an answer rests on.
 *
 * @public
 */
export interface SectionPart {
  /** What is read and from where, for messages: `incidents of pagerduty:default`. */
  what: string;
  intervalSeconds: number;
  /** ISO 8601; absent: never. */
  lastSuccessAt?: string;
  /** Of the last attempt, if it failed. */
  lastError?: string;
}

/**
 * The age and trouble of a section: as old as its oldest part. A failed read
 * with a good one not long ago keeps the section `ok` and names the problem.
 *
 * @public
 */
export function sectionStatus(parts: SectionPart[], now: Date): SectionStatus {
  if (parts.length === 0) {
    return { state: 'not_configured' };
  }
  const failing = parts.find(part => part.lastError !== undefined);
  const silent = parts.find(part => isStale(part, now));
  const problem = problemOf(failing, silent);
  if (parts.some(part => part.lastSuccessAt === undefined)) {
    return { state: 'pending', ...(problem && { problem }) };
  }
  const [asOf] = parts.flatMap(part => part.lastSuccessAt ?? []).sort();
  return {
    asOf,
    state: silent ? 'stale' : 'ok',
    ...(problem && { problem }),
  };
}

function isStale(part: SectionPart, now: Date): boolean {
  return (
    part.lastSuccessAt !== undefined &&
    now.getTime() - Date.parse(part.lastSuccessAt) >
      INTERVALS_UNTIL_STALE * part.intervalSeconds * 1000
  );
}

function problemOf(
  failing: SectionPart | undefined,
  silent: SectionPart | undefined,
): Problem | undefined {
  if (failing?.lastError !== undefined) {
    return {
      code: 'source_failing',
      severity: 'error',
      message: failing.lastError,
      params: { what: failing.what },
    };
  }
  return silent
    ? {
        code: 'source_silent',
        severity: 'warning',
        message: `Reading the ${silent.what} last succeeded at ${silent.lastSuccessAt} and is due every ${silent.intervalSeconds} s`,
        params: { what: silent.what },
      }
    : undefined;
}
