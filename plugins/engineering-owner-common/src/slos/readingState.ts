import { budgetRatio, measure } from './burnRate';
import { soundCounts } from './eventCounts';
import { EventCounts } from './model';
import {
  LastKnownFigures,
  MeasuredFigures,
  MeasuredReading,
  Reading,
  ReadingContext,
  StoredReading,
} from './reading';

/** A reading is stale when it is older than this many of its intervals. */
const staleAfterIntervals = 3;

/**
 * Below this share of the window a reading is partial.
 *
 * @public
 */
export const wholeCoverage = 0.95;

/**
 * The SLO's own window has little traffic when its budget allows fewer bad
 * events than this: each single one then moves the budget by more than a
 * tenth.
 *
 * @public
 */
export const minimumBadEventsOfBudget = 10;

/**
 * A burn window has little traffic when one bad event alone reads as burning
 * faster than the budget allows. Ten, as for the budget, would call the last
 * five minutes of nearly every service low traffic.
 *
 * @public
 */
export const minimumBadEventsOfBurn = 1;

/**
 * How long a source lets samples settle when nothing else is configured.
 *
 * @public
 */
export const defaultEvaluationDelaySeconds = 30;

/**
 * @public
 */
export interface ReadingTerms {
  now: Date;
  /** Fraction. */
  objective: number;
  windowSeconds: number;
  intervalSeconds: number;
  /** Bad events that the budget must allow in this window for it to be judged. */
  minimumBadEvents?: number;
  /** Events the window will hold at least, where that is known before its end. */
  expectedTotal?: number;
  /** Every reading is at least this old, which is no sign of staleness. */
  evaluationDelaySeconds?: number;
}

/**
 * The verdict on what the store holds of a window; the first that applies of:
 * invalid, never read, older than three intervals, no series, no events, not
 * whole, few events, ok. A failed read with a good one that is not stale keeps
 * its state and carries `lastError`.
 *
 * @public
 */
export function assessReading(
  stored: StoredReading | undefined,
  terms: ReadingTerms,
): Reading {
  const counts = soundCounts(stored?.counts);
  const context = contextOf(stored, counts?.total, terms);
  if (stored?.invalid) {
    return { state: 'invalid', problem: stored.invalid, ...context };
  }
  const at = timeOf(stored?.at);
  if (!stored || at === undefined) {
    return context.lastError === undefined
      ? { state: 'pending', ...context }
      : { state: 'query_error', ...context, lastError: context.lastError };
  }
  const asOf = new Date(at).toISOString();
  if (isStale(at, terms)) {
    return counts && counts.total > 0
      ? {
          state: 'stale',
          asOf,
          lastKnown: lastKnown(counts, terms),
          ...context,
        }
      : { state: 'stale', asOf, ...context };
  }
  if (!counts) {
    return { state: 'no_data', asOf, ...context };
  }
  if (counts.total === 0) {
    return { state: 'no_traffic', asOf, bad: 0, total: 0, ...context };
  }
  const figures = measure(counts, terms.objective);
  const whole =
    !stored.incomplete &&
    context.coverage >= wholeCoverage &&
    !isYounger(stored, at, terms);
  if (!whole) {
    return measured('partial', asOf, figures, context);
  }
  const state = context.lowTraffic ? 'low_traffic' : 'ok';
  return measured(state, asOf, figures, context);
}

/** Field by field: spread into each other they take several times as long. */
function measured(
  state: MeasuredReading['state'],
  asOf: string,
  figures: MeasuredFigures,
  context: ReadingContext,
): MeasuredReading {
  const reading: MeasuredReading = {
    state,
    asOf,
    bad: figures.bad,
    total: figures.total,
    errorRatio: figures.errorRatio,
    burnRate: figures.burnRate,
    coverage: context.coverage,
    lowTraffic: context.lowTraffic,
  };
  if (context.lastSeenAt !== undefined) {
    reading.lastSeenAt = context.lastSeenAt;
  }
  if (context.lastError !== undefined) {
    reading.lastError = context.lastError;
  }
  return reading;
}

function lastKnown(
  counts: EventCounts,
  { objective, expectedTotal }: ReadingTerms,
): LastKnownFigures {
  return {
    ...measure(counts, objective),
    ...(expectedTotal !== undefined &&
      expectedTotal > counts.total && { expectedTotal }),
  };
}

function contextOf(
  stored: StoredReading | undefined,
  total: number | undefined,
  terms: ReadingTerms,
): ReadingContext {
  const coverage = stored?.coverage ?? 0;
  const minimum = terms.minimumBadEvents ?? minimumBadEventsOfBudget;
  const context: ReadingContext = {
    coverage: Number.isFinite(coverage)
      ? Math.min(1, Math.max(0, coverage))
      : 0,
    lowTraffic:
      total !== undefined &&
      total > 0 &&
      budgetRatio(terms.objective) * Math.max(total, terms.expectedTotal ?? 0) <
        minimum,
  };
  if (stored?.lastSeenAt) {
    context.lastSeenAt = stored.lastSeenAt;
  }
  if (stored?.lastError !== undefined) {
    context.lastError = stored.lastError;
  }
  return context;
}

function isStale(at: number, terms: ReadingTerms): boolean {
  const delay = terms.evaluationDelaySeconds ?? defaultEvaluationDelaySeconds;
  const allowed = delay + staleAfterIntervals * terms.intervalSeconds;
  const age = (terms.now.getTime() - at) / 1000;
  // What claims to be of the future is of a clock that was set back: nobody
  // knows how old it is.
  return age > allowed || -age > terms.intervalSeconds;
}

/** One interval of grace: the first sighting is known no better than that. */
function isYounger(
  stored: StoredReading,
  at: number,
  terms: ReadingTerms,
): boolean {
  const firstSeen = timeOf(stored.firstSeenAt);
  const age = firstSeen === undefined ? undefined : (at - firstSeen) / 1000;
  return age !== undefined && age + terms.intervalSeconds < terms.windowSeconds;
}

function timeOf(iso: string | undefined): number | undefined {
  const time = iso === undefined ? NaN : Date.parse(iso);
  return Number.isFinite(time) ? time : undefined;
}
