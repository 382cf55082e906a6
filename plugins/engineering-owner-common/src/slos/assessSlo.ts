import { AlertPolicyName, alertPairs } from './alertPairs';
import { assessBudget } from './errorBudget';
import { LedgerHour } from './ledgerHour';
import { burnWindows, SloDefinition, SloQuery, windowKey } from './model';
import { assessPair } from './pairState';
import { presentBurnRate } from './presentBurnRate';
import { isMeasured, Reading, StoredReading } from './reading';
import { readIntervalSeconds } from './readInterval';
import {
  assessReading,
  minimumBadEventsOfBudget,
  minimumBadEventsOfBurn,
} from './readingState';
import { sloNow } from './sloNow';
import { AlertPairStatus, BurnRate, SloStatus } from './status';

/**
 * @public
 */
export interface SloFacts {
  definition: SloDefinition;
  /** What the store holds, at most one for each window. */
  readings: readonly StoredReading[];
  /** The alert pairs as they were judged before. */
  pairStates?: readonly AlertPairStatus[];
  /** Hours of the SLO's own window, to know which bad events expire when. */
  hours?: readonly LedgerHour[];
  now: Date;
  queries: SloQuery[];
  alerting?: AlertPolicyName;
  evaluationDelaySeconds?: number;
}

/**
 * Everything a tab shows of one SLO, from what the store holds.
 *
 * @public
 */
export function assessSlo(facts: SloFacts): SloStatus {
  const { definition, now } = facts;
  const { entityRef: _, window, ...described } = definition;
  const { objective } = definition;
  const own = readingOf(windowKey(window), window.seconds, facts, {
    minimumBadEvents: minimumBadEventsOfBudget,
  });
  const readings = new Map(
    burnWindows.map(({ window: name, seconds }): [string, Reading] => [
      name,
      readingOf(name, seconds, facts, {
        minimumBadEvents: minimumBadEventsOfBurn,
      }),
    ]),
  );
  const reading = (name: string): Reading =>
    readings.get(name) ?? { state: 'pending', coverage: 0, lowTraffic: false };
  const serviceNow = sloNow(reading('5m'), reading('1h'));
  const alerts = alertPairs(facts.alerting ?? 'google', {
    objective,
    windowSeconds: window.seconds,
  }).map(pair =>
    assessPair(pair, {
      long: reading(pair.longWindow),
      short: reading(pair.shortWindow),
      serviceNow,
      now,
      previous: facts.pairStates?.find(before => isSamePair(before, pair)),
    }),
  );
  return {
    ...described,
    window: { ...window, ...windowEdges(own, window.seconds) },
    now: serviceNow,
    budget: assessBudget(own, {
      objective,
      windowSeconds: window.seconds,
      burnRate: presentBurnRate(alerts, reading, serviceNow),
      hours: facts.hours,
    }),
    burnRates: burnWindows
      .filter(({ seconds }) => seconds <= window.seconds)
      .map(
        ({ window: name }): BurnRate => ({ window: name, ...reading(name) }),
      ),
    alerts,
    queries: facts.queries,
    ...own,
  };
}

function readingOf(
  name: string,
  windowSeconds: number,
  facts: SloFacts,
  terms: { minimumBadEvents: number },
): Reading {
  return assessReading(
    facts.readings.find(stored => stored.window === name),
    {
      ...terms,
      now: facts.now,
      objective: facts.definition.objective,
      windowSeconds,
      intervalSeconds: readIntervalSeconds(windowSeconds),
      evaluationDelaySeconds: facts.evaluationDelaySeconds,
    },
  );
}

function isSamePair(
  a: Pick<AlertPairStatus, 'severity' | 'longWindow' | 'shortWindow'>,
  b: Pick<AlertPairStatus, 'severity' | 'longWindow' | 'shortWindow'>,
): boolean {
  return (
    a.severity === b.severity &&
    a.longWindow === b.longWindow &&
    a.shortWindow === b.shortWindow
  );
}

function windowEdges(
  own: Reading,
  seconds: number,
): { startsAt?: string; endsAt?: string } {
  if (!isMeasured(own)) {
    return {};
  }
  const end = Date.parse(own.asOf);
  return {
    startsAt: new Date(end - seconds * 1000).toISOString(),
    endsAt: own.asOf,
  };
}
