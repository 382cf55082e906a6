import { Problem } from '../problem';
import { beforeSilence, worstFiring } from './presentBurnRate';
import { isMeasured, Reading, ReadingState } from './reading';
import { AlertPairStatus, BurnRate, ErrorBudget, SloNow } from './status';

/**
 * Below this share of its window an SLO is not called fine: more of the window
 * is unknown than known, as after a cold start.
 */
const leastKnownShare = 0.5;

/**
 * What a person should do about an SLO. `unknown` is never shown as fine.
 *
 * @public
 */
export type SloTone = 'act_now' | 'look_today' | 'fine' | 'unknown';

/**
 * The verdicts on an SLO, worst first. `page_was_firing`: a page that fired can
 * no longer be judged, because one of its windows holds nothing to judge it by;
 * `no_data`: seen before and not any more; `never_seen`: no series has matched
 * yet.
 *
 * @public
 */
export const sloVerdictCodes = [
  'page_firing',
  'page_was_firing',
  'no_data',
  'exhausted',
  'ticket_firing',
  'ticket_was_firing',
  'rising',
  'held',
  'recovering',
  'invalid',
  'never_seen',
  'stale',
  'query_error',
  'unjudged',
  'no_traffic',
  'pending',
  'low_traffic',
  'partial',
  'ok',
] as const;

/**
 * @public
 */
export type SloVerdictCode = (typeof sloVerdictCodes)[number];

/**
 * The headline of an SLO, for a sentence: which one, and its figures.
 * Parameters that are not known are left out.
 *
 * @public
 */
export interface SloVerdict {
  tone: SloTone;
  code: SloVerdictCode;
  params: {
    /** ISO 8601. */
    since?: string;
    burnRate?: number;
    /** The window that the burn rate is of, or that holds nothing to judge by. */
    window?: string;
    /** Why nothing is known of that window, when something else is wrong than reading it. */
    missing?: 'no_traffic' | 'no_data';
    remainingRatio?: number;
    exhaustsInSeconds?: number;
    coverage?: number;
    /** A page was firing when it could last be judged. */
    wasFiring?: boolean;
    /** No page, but a ticket was firing when it could last be judged. */
    ticketWasFiring?: boolean;
    /** Since when it had been firing then, ISO 8601. */
    firingSince?: string;
    lastError?: string;
    /** Why it is invalid. */
    problem?: string;
    bad?: number;
    minimumBad?: number;
  };
}

/**
 * What an SLO is judged by. An `SloStatus` is one, and so is its short form in
 * the summary.
 *
 * @public
 */
export interface JudgedSlo {
  state: ReadingState;
  now: SloNow;
  budget: ErrorBudget;
  alerts: readonly AlertPairStatus[];
  burnRates?: readonly BurnRate[];
  asOf?: string;
  coverage?: number;
  lastSeenAt?: string;
  lastError?: string;
  problem?: Problem;
}

/**
 * The one thing to say about an SLO: the first that applies, worst first.
 *
 * @public
 */
export function sloVerdict(slo: JudgedSlo): SloVerdict {
  const firing = worstFiring(slo.alerts);
  const before = worstFiring(slo.alerts.map(beforeSilence));
  if (firing?.severity === 'page' && slo.state === 'invalid') {
    // What its own window cannot tell, the windows that page do.
    return pageFiring(slo, firing);
  }
  if (slo.state === 'invalid') {
    return unknown('invalid', { problem: slo.problem?.message });
  }
  if (slo.now.state === 'no_data') {
    return noDataNow(slo, slo.now.since);
  }
  if (slo.now.state === 'stale') {
    return staleNow(slo, slo.now.since);
  }
  if (firing?.severity === 'page') {
    return pageFiring(slo, firing);
  }
  if (before?.severity === 'page') {
    return {
      tone: 'act_now',
      code: 'page_was_firing',
      params: unjudgedParams(slo, before),
    };
  }
  if (slo.budget.known && slo.budget.remainingRatio <= 0) {
    return look('exhausted', budgetParams(slo));
  }
  if (firing) {
    return look('ticket_firing', pairParams(slo, firing));
  }
  if (before) {
    return look('ticket_was_firing', unjudgedParams(slo, before));
  }
  for (const state of ['rising', 'held', 'recovering'] as const) {
    const pair = slo.alerts.find(alert => alert.state === state);
    if (pair) {
      return look(state, pairParams(slo, pair));
    }
  }
  return calm(slo, slo.state);
}

function pageFiring(slo: JudgedSlo, firing: AlertPairStatus): SloVerdict {
  return {
    tone: 'act_now',
    code: 'page_firing',
    params: pairParams(slo, firing),
  };
}

/** Nothing is wrong with the budget or its pace, as far as they are known. */
function calm(
  slo: JudgedSlo,
  state: Exclude<ReadingState, 'invalid'>,
): SloVerdict {
  switch (state) {
    case 'stale': {
      const spent = spentBefore(slo);
      const params = known({
        since: slo.asOf,
        lastError: lastErrorOf(slo),
        ...spent,
      });
      return spent ? look('stale', params) : unknown('stale', params);
    }
    case 'no_data':
      return unknown(slo.lastSeenAt ? 'no_data' : 'never_seen', {
        since: slo.lastSeenAt,
      });
    case 'query_error':
      return unknown('query_error', { lastError: slo.lastError });
    case 'pending':
    case 'no_traffic':
      return unknown(state, {});
    default:
  }
  if (slo.now.state === 'no_traffic') {
    return unknown('no_traffic', budgetParams(slo));
  }
  if (slo.now.state === 'unknown') {
    // The present has not been read yet: its own window alone is not green.
    return unknown('pending', budgetParams(slo));
  }
  if (
    state === 'partial' &&
    slo.coverage !== undefined &&
    slo.coverage < leastKnownShare
  ) {
    return unknown('partial', budgetParams(slo));
  }
  const unjudged = slo.alerts.find(
    ({ severity, state: pair }) => severity === 'page' && pair === 'unknown',
  );
  if (unjudged) {
    return unknown('unjudged', {
      ...budgetParams(slo),
      ...missingParams(slo, unjudged),
      lastError: lastErrorOf(slo),
    });
  }
  return { tone: 'fine', code: state, params: budgetParams(slo) };
}

function noDataNow(slo: JudgedSlo, since: string | undefined): SloVerdict {
  const before = firingBefore(slo);
  const lastSeen = since ?? slo.lastSeenAt;
  return {
    tone: before.wasFiring ? 'act_now' : 'unknown',
    code: lastSeen || slo.budget.known ? 'no_data' : 'never_seen',
    params: known({
      ...before,
      since: lastSeen,
      lastError: lastErrorOf(slo),
    }),
  };
}

/**
 * The source has fallen silent. What burned then may burn on unseen or be over,
 * so nothing is told as if it happened now.
 */
function staleNow(slo: JudgedSlo, since: string): SloVerdict {
  const before = firingBefore(slo);
  const spent = spentBefore(slo);
  const params = known({
    ...before,
    since,
    lastError: lastErrorOf(slo),
    ...spent,
  });
  if (before.wasFiring) {
    return { tone: 'act_now', code: 'stale', params };
  }
  return before.ticketWasFiring || spent
    ? look('stale', params)
    : unknown('stale', params);
}

/** What is left of a budget that was spent when it was last read. */
function spentBefore({
  budget,
}: JudgedSlo): { remainingRatio: number } | undefined {
  const remainingRatio = budget.known
    ? budget.remainingRatio
    : budget.lastRemainingRatio;
  return remainingRatio !== undefined && remainingRatio <= 0
    ? { remainingRatio }
    : undefined;
}

type FiringBefore = Pick<
  SloVerdict['params'],
  'wasFiring' | 'ticketWasFiring' | 'firingSince'
>;

/** What was firing when the data ended. */
function firingBefore(slo: JudgedSlo): FiringBefore {
  const worst = worstFiring(slo.alerts.map(beforeSilence));
  return worst ? firingParams(worst) : {};
}

function firingParams(worst: AlertPairStatus): FiringBefore {
  return {
    wasFiring: worst.severity === 'page' || undefined,
    ticketWasFiring: worst.severity === 'ticket' || undefined,
    firingSince: worst.since,
  };
}

/** Short windows are read most often and learn of a failure first. */
function lastErrorOf(slo: JudgedSlo): string | undefined {
  return (
    slo.lastError ??
    slo.burnRates?.find(({ lastError }) => lastError !== undefined)?.lastError
  );
}

/** A pair that fired and cannot be judged. */
function unjudgedParams(
  slo: JudgedSlo,
  pair: AlertPairStatus,
): SloVerdict['params'] {
  return known({
    ...budgetParams(slo),
    ...firingParams(pair),
    ...missingParams(slo, pair),
  });
}

/**
 * Why a pair cannot be judged: the first of its windows without figures, as far
 * as they were passed along.
 */
function missingParams(
  slo: JudgedSlo,
  pair: AlertPairStatus,
): Pick<SloVerdict['params'], 'window' | 'missing'> {
  const reading = [pair.shortWindow, pair.longWindow]
    .map(window => slo.burnRates?.find(burn => burn.window === window))
    .find(burn => burn !== undefined && !isMeasured(burn));
  return {
    window: reading?.window,
    missing: reading && missingOf(reading),
  };
}

function missingOf({ state }: Reading): 'no_traffic' | 'no_data' | undefined {
  return state === 'no_traffic' || state === 'no_data' ? state : undefined;
}

function pairParams(
  slo: JudgedSlo,
  pair: AlertPairStatus,
): SloVerdict['params'] {
  // Of a pair that only its short window sees, the short one is the news.
  const window = pair.state === 'rising' ? pair.shortWindow : pair.longWindow;
  const reading = slo.burnRates?.find(burn => burn.window === window);
  return known({
    ...budgetParams(slo),
    since: pair.since,
    window,
    burnRate: reading && isMeasured(reading) ? reading.burnRate : undefined,
    bad: pair.state === 'held' ? pair.bad : undefined,
    minimumBad: pair.state === 'held' ? pair.minimumBad : undefined,
  });
}

function budgetParams(slo: JudgedSlo): SloVerdict['params'] {
  const { budget } = slo;
  if (!budget.known) {
    return known({ coverage: slo.coverage });
  }
  return known({
    remainingRatio: budget.remainingRatio,
    exhaustsInSeconds:
      budget.exhaustion.kind === 'in' ? budget.exhaustion.seconds : undefined,
    coverage: slo.coverage,
  });
}

function look(code: SloVerdictCode, params: SloVerdict['params']): SloVerdict {
  return { tone: 'look_today', code, params };
}

function unknown(
  code: SloVerdictCode,
  params: SloVerdict['params'],
): SloVerdict {
  return { tone: 'unknown', code, params: known(params) };
}

/** Leaves out what is not known, so that a sentence cannot print `undefined`. */
function known(params: SloVerdict['params']): SloVerdict['params'] {
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined),
  );
}
