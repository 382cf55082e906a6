import { isMeasured, Reading } from './reading';
import { AlertPair, AlertPairState, AlertPairStatus, SloNow } from './status';

/**
 * A pair fires only when its long window holds at least this many bad events:
 * below it, a handful of failed requests of a quiet service would page.
 *
 * @public
 */
export const minimumBadEventsToFire = 10;

/**
 * The same of indicators that count samples: each of them stands for as long
 * as the source leaves between two, so two are an outage already.
 *
 * @public
 */
export const minimumBadSamplesToFire = 2;

/** Fewer bad events in the short window are no trend. */
const minimumBadEventsToRise = 3;

/**
 * @public
 */
export interface PairTerms {
  long: Reading;
  short: Reading;
  /** Whether the service is seen at all at present. */
  serviceNow: SloNow;
  /** Its samples are so far apart that the shortest window holds none. */
  sampledRarely?: boolean;
  now: Date;
  /** The pair as it was judged before. */
  previous?: Pick<AlertPairStatus, 'state' | 'since' | 'previous'>;
  /** Bad events in the long window below which a pair is held. */
  minimumBad?: number;
}

/**
 * The state of an alert pair. It decides only when both windows carry fresh
 * numbers; else it is unknown and remembers what it was. A service that is not
 * seen any more is neither ok nor recovering.
 *
 * @public
 */
export function assessPair(pair: AlertPair, terms: PairTerms): AlertPairStatus {
  const minimumBad = terms.minimumBad ?? minimumBadEventsToFire;
  const state = decide(pair, terms, minimumBad);
  const { previous } = terms;
  const known = previous?.state === 'unknown' ? previous.previous : previous;
  const since = sinceOf(state, terms);
  const status: AlertPairStatus = isMeasured(terms.long)
    ? { ...pair, state, since, bad: terms.long.bad, minimumBad }
    : { ...pair, state, since };
  if (state === 'unknown' && known?.since) {
    status.previous = { state: known.state, since: known.since };
  }
  return status;
}

function decide(
  pair: AlertPair,
  terms: PairTerms,
  minimumBad: number,
): AlertPairState {
  const { long, short, serviceNow } = terms;
  if (pair.offReason !== undefined) {
    return 'off';
  }
  if (!isMeasured(long)) {
    return 'unknown';
  }
  const longAbove = long.burnRate > pair.factor;
  const decided = longAbove ? fireOrHold(long.bad, minimumBad) : 'ok';
  if (short.state === 'no_data' && terms.sampledRarely) {
    // No sample will ever tell more of it: the long window decides alone, which
    // is as quick to fire and slower to end.
    return decided;
  }
  if (!isMeasured(short)) {
    // Without a single event in the short window there is no bad one either,
    // so a long window below its limit settles it: nothing fires or rises.
    const quiet = short.state === 'no_traffic' && !longAbove;
    return quiet && serviceNow.state !== 'no_data' ? 'ok' : 'unknown';
  }
  const shortAbove = short.burnRate > pair.factor;
  if (longAbove && shortAbove) {
    return decided;
  }
  const minimumToRise = Math.min(minimumBadEventsToRise, minimumBad);
  if (shortAbove && short.bad >= minimumToRise) {
    return 'rising';
  }
  if (serviceNow.state === 'no_data') {
    return 'unknown';
  }
  return longAbove ? 'recovering' : 'ok';
}

function fireOrHold(bad: number, minimumBad: number): 'firing' | 'held' {
  return bad >= minimumBad ? 'firing' : 'held';
}

/** A state goes on since it began, also across a time in which it was unknown. */
function sinceOf(state: AlertPairState, terms: PairTerms): string {
  const { previous } = terms;
  if (previous?.state === state && previous.since) {
    return previous.since;
  }
  if (
    previous?.state === 'unknown' &&
    previous.previous?.state === state &&
    state !== 'unknown'
  ) {
    return previous.previous.since;
  }
  return terms.now.toISOString();
}
