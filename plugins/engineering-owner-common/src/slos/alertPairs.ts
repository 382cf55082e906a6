import { AlertPolicy, AlertPolicyName, AlertPolicyPair } from './alertPolicy';
import { budgetRatio } from './burnRate';
import { parseDuration } from './duration';
import { AlertPair } from './status';

const DAY = 86400;

/** Above this error ratio an alert would wait for a nearly total outage. */
const highestErrorRatio = 0.8;

const googleWindows = [
  { severity: 'page', longWindow: '1h', shortWindow: '5m' },
  { severity: 'page', longWindow: '6h', shortWindow: '30m' },
  { severity: 'ticket', longWindow: '1d', shortWindow: '2h' },
  { severity: 'ticket', longWindow: '3d', shortWindow: '6h' },
] as const;

/**
 * Share of the budget that each pair may see spent before it fires. Google's
 * shares on a short window would page for next to nothing and put tickets
 * below the pace that the budget itself allows, so short windows have their
 * own.
 */
const googleShares = [
  { fromSeconds: 14 * DAY, shares: [0.02, 0.05, 0.1, 0.1] },
  { fromSeconds: 3 * DAY, shares: [0.08, 0.125, 0.2, 0.42] },
];

const seedPairs: AlertPolicyPair[] = [
  { severity: 'page', longWindow: '1h', shortWindow: '5m', factor: 3 },
  { severity: 'page', longWindow: '6h', shortWindow: '30m', factor: 1.5 },
];

/** Pairs as worked out before, by objective and window: many SLOs have the same. */
type KnownPairs = Map<string, readonly AlertPair[]>;
const mostKnown = 1000;
const ofNames: Record<AlertPolicyName, KnownPairs> = {
  google: new Map(),
  seed: new Map(),
};
const ofPolicies = new WeakMap<AlertPolicy, KnownPairs>();

/**
 * The alert pairs of an SLO. `google` scales its factors with the window
 * (share x W / long window, at least 1) and has none below three days, where
 * the budget left alone decides; `seed` is fixed; a policy of one's own says of
 * each pair which of both it is. Of the last two, pairs as long as the SLO's
 * window are left out. A factor that the objective could hardly ever burn at is lowered; a pair
 * that would then sit below 1 is off, with the reason.
 *
 * @param slo - its `windowSeconds` are the nominal length of its window
 * @public
 */
export function alertPairs(
  policy: AlertPolicyName | AlertPolicy,
  slo: { objective: number; windowSeconds: number },
): readonly AlertPair[] {
  const known = knownPairs(policy);
  const key = `${slo.objective} ${slo.windowSeconds}`;
  const pairs =
    known.get(key) ??
    pairsOf(policy, slo.windowSeconds).map(pair =>
      reachable(scaled(pair, slo.windowSeconds), slo.objective),
    );
  if (known.size >= mostKnown) {
    known.clear();
  }
  known.set(key, pairs);
  return pairs;
}

function knownPairs(policy: AlertPolicyName | AlertPolicy): KnownPairs {
  if (typeof policy === 'string') {
    return ofNames[policy];
  }
  const known = ofPolicies.get(policy) ?? new Map();
  ofPolicies.set(policy, known);
  return known;
}

function pairsOf(
  policy: AlertPolicyName | AlertPolicy,
  windowSeconds: number,
): readonly AlertPolicyPair[] {
  if (policy !== 'google') {
    const pairs = policy === 'seed' ? seedPairs : policy.pairs;
    return pairs.filter(pair => parseDuration(pair.longWindow) < windowSeconds);
  }
  const shares =
    googleShares.find(row => windowSeconds >= row.fromSeconds)?.shares ?? [];
  return shares.map((budgetShare, i) => ({ ...googleWindows[i], budgetShare }));
}

function scaled(pair: AlertPolicyPair, windowSeconds: number): AlertPair {
  const { severity, longWindow, shortWindow } = pair;
  const factor =
    'factor' in pair
      ? pair.factor
      : Math.max(
          1,
          Number(
            (
              (pair.budgetShare * windowSeconds) /
              parseDuration(longWindow)
            ).toFixed(6),
          ),
        );
  return { severity, longWindow, shortWindow, factor };
}

function reachable(pair: AlertPair, objective: number): AlertPair {
  const budget = budgetRatio(objective);
  if (pair.factor * budget <= highestErrorRatio) {
    return pair;
  }
  const factor = Number((highestErrorRatio / budget).toFixed(6));
  if (factor < 1) {
    return {
      ...pair,
      offReason: `an objective of ${Number(
        (100 - budget * 100).toFixed(6),
      )} % cannot burn ${pair.factor} times too fast`,
    };
  }
  return { ...pair, factor, loweredFrom: pair.factor };
}
