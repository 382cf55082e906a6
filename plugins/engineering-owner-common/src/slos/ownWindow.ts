import {
  indicatorUnit,
  lastPeriodKey,
  SloIndicator,
  SloWindow,
  windowKey,
} from './model';
import { soundCounts } from './eventCounts';
import { Reading, StoredReading } from './reading';
import { readIntervalSeconds } from './readInterval';
import {
  assessReading,
  minimumBadEventsOfBudget,
  wholeCoverage,
} from './readingState';
import { windowStretch } from './windowStretch';

/**
 * So long after a period began nobody waits for its first events: none is no
 * news yet.
 */
const quietStartSeconds = 3600;
/** A service that was seen so long before is taken to be there still. */
const seenOfLateSeconds = 86_400;

/**
 * The same as {@link minimumBadEventsOfBudget} of indicators that count samples:
 * each stands for as long as the source leaves between two, and two bad ones in
 * a row are an outage already.
 */
const minimumBadSamplesOfBudget = 2;

/** The SLO's own window as it stands. */
export interface OwnWindow {
  reading: Reading;
  /** Of its last good read; of the present before the first. */
  from: Date;
  /** When the period of a calendar window ends. */
  periodEndsAt?: Date;
  /** What the period before held, of a calendar window. */
  lastPeriod?: { total: number; whole: boolean };
}

/**
 * Judges the SLO's own window. Of a calendar window only the part that has
 * passed counts: its coverage, and whether the entity is younger than it.
 */
export function assessOwnWindow(facts: {
  window: SloWindow;
  indicator: SloIndicator;
  readings: readonly StoredReading[];
  objective: number;
  now: Date;
  evaluationDelaySeconds?: number;
}): OwnWindow {
  const { window, indicator, readings, objective, now } = facts;
  const { evaluationDelaySeconds } = facts;
  const stored = readings.find(each => each.window === windowKey(window));
  const at = Date.parse(stored?.at ?? '');
  const end = Number.isFinite(at) ? new Date(at) : now;
  const { from, periodEndsAt } = windowStretch(window, end);
  const lastPeriod = lastPeriodOf(window, readings, from);
  const terms = {
    now,
    objective,
    windowSeconds: (end.getTime() - from.getTime()) / 1000,
    intervalSeconds:
      stored?.everySeconds ?? readIntervalSeconds(window.seconds),
    minimumBadEvents:
      indicatorUnit(indicator) === 'samples'
        ? minimumBadSamplesOfBudget
        : minimumBadEventsOfBudget,
    ...(lastPeriod && { expectedTotal: lastPeriod.total }),
    ...(evaluationDelaySeconds !== undefined && { evaluationDelaySeconds }),
  };
  const reading = assessReading(stored, terms);
  if (window.type === 'rolling') {
    return { reading, from };
  }
  return {
    reading: isQuietStart(reading, stored, from, terms.windowSeconds)
      ? pendingLike(reading)
      : reading,
    from,
    periodEndsAt,
    ...(lastPeriod && { lastPeriod }),
  };
}

/**
 * What the period before the one that began at `from` held; undefined for a
 * rolling window, and while it is not known.
 *
 * @public
 */
export function lastPeriodOf(
  window: SloWindow,
  readings: readonly StoredReading[],
  from: Date,
): { total: number; whole: boolean } | undefined {
  if (window.type === 'rolling') {
    return undefined;
  }
  const key = lastPeriodKey(window);
  const stored = readings.find(each => each.window === key);
  const counts = soundCounts(stored?.counts);
  const isOfThis = Date.parse(stored?.at ?? '') === from.getTime();
  return stored && counts && isOfThis
    ? { total: counts.total, whole: stored.coverage >= wholeCoverage }
    : undefined;
}

function isQuietStart(
  reading: Reading,
  stored: StoredReading | undefined,
  from: Date,
  elapsedSeconds: number,
): boolean {
  const silent = reading.state === 'no_data' || reading.state === 'no_traffic';
  const seenAt = Date.parse(stored?.lastSeenAt ?? '');
  return (
    silent &&
    elapsedSeconds < quietStartSeconds &&
    seenAt >= from.getTime() - seenOfLateSeconds * 1000
  );
}

function pendingLike(reading: Reading): Reading {
  const { coverage, lowTraffic, lastSeenAt, lastError } = reading;
  return {
    state: 'pending',
    coverage,
    lowTraffic,
    ...(lastSeenAt !== undefined && { lastSeenAt }),
    ...(lastError !== undefined && { lastError }),
  };
}
