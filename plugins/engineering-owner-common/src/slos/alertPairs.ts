import { budgetRatio } from './burnRate';
import { parseDuration } from './duration';
import { AlertPair } from './status';

const DAY = 86400;

/**
 * The alert policies that come with the suite.
 *
 * @public
 */
export type AlertPolicyName = 'google' | 'seed';

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

const seedPairs = [
  { severity: 'page', longWindow: '1h', shortWindow: '5m', factor: 3 },
  { severity: 'page', longWindow: '6h', shortWindow: '30m', factor: 1.5 },
] as const;

/**
 * The alert pairs of an SLO. `google` scales its factors with the window
 * (share x W / long window, at least 1) and has none below three days, where
 * the budget left alone decides; `seed` is fixed. A factor that the objective
 * could hardly ever burn at is lowered; a pair that would then sit below 1 is
 * off, with the reason.
 *
 * @public
 */
export function alertPairs(
  policy: AlertPolicyName,
  slo: { objective: number; windowSeconds: number },
): AlertPair[] {
  const pairs =
    policy === 'seed'
      ? seedPairs.filter(
          pair => parseDuration(pair.longWindow) < slo.windowSeconds,
        )
      : googlePairs(slo.windowSeconds);
  return pairs.map(pair => reachable(pair, slo.objective));
}

function googlePairs(windowSeconds: number): AlertPair[] {
  const shares =
    googleShares.find(row => windowSeconds >= row.fromSeconds)?.shares ?? [];
  return shares.map((share, i) => {
    const windows = googleWindows[i];
    const scaled = (share * windowSeconds) / parseDuration(windows.longWindow);
    return { ...windows, factor: Math.max(1, Number(scaled.toFixed(6))) };
  });
}

function reachable(pair: AlertPair, objective: number): AlertPair {
  const budget = budgetRatio(objective);
  if (pair.factor * budget <= highestErrorRatio) {
    return { ...pair };
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
