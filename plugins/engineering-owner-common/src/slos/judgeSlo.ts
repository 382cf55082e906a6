import { alertPairs } from './alertPairs';
import { AlertPolicy, AlertPolicyName } from './alertPolicy';
import { assessBudget } from './errorBudget';
import { LedgerHour } from './ledgerHour';
import {
  burnWindows,
  indicatorUnit,
  SloDefinition,
  SloIndicator,
} from './model';
import { assessOwnWindow, OwnWindow } from './ownWindow';
import {
  assessPair,
  minimumBadEventsToFire,
  minimumBadSamplesToFire,
} from './pairState';
import { CalendarPeriod } from './periodExhaustion';
import { presentBurnRate } from './presentBurnRate';
import { isMeasured, Reading, StoredReading } from './reading';
import { assessReading, minimumBadEventsOfBurn } from './readingState';
import { isSampledRarely, sloNow } from './sloNow';
import { AlertPairStatus, ErrorBudget, SloNow, SloStatus } from './status';

/**
 * What an SLO is judged from.
 *
 * @public
 */
export interface SloJudgementFacts {
  definition: SloDefinition;
  /** What the store holds, at most one for each window. */
  readings: readonly StoredReading[];
  /** The alert pairs as they were judged before. */
  pairStates?: readonly AlertPairStatus[];
  /** Hours of the SLO's own window, to know which bad events expire when. */
  hours?: readonly LedgerHour[];
  now: Date;
  /** What {@link SloDefinition.alerting} names; `google` if nothing. */
  alerting?: AlertPolicyName | AlertPolicy;
  evaluationDelaySeconds?: number;
}

/**
 * An SLO as it stands, without what its definition says already.
 *
 * @public
 */
export interface SloJudgement {
  window: SloStatus['window'];
  /** Of its own window. */
  reading: Reading;
  /** Of a burn window. */
  readingOf(window: string): Reading;
  now: SloNow;
  budget: ErrorBudget;
  alerts: AlertPairStatus[];
}

/**
 * Judges the windows of an SLO, its budget and its alert pairs.
 *
 * @public
 */
export function judgeSlo(facts: SloJudgementFacts): SloJudgement {
  const { definition, now } = facts;
  const { indicator, objective, window } = definition;
  const own = assessOwnWindow({ ...facts, indicator, objective, window });
  const readings = new Map(
    burnWindows.map((each): [string, Reading] => [
      each.window,
      readingOf(each, facts),
    ]),
  );
  const reading = (name: string): Reading =>
    readings.get(name) ?? { state: 'pending', coverage: 0, lowTraffic: false };
  const { lastLiveAt } =
    facts.readings.find(({ window: name }) => name === '5m') ?? {};
  const serviceNow = sloNow(reading('5m'), reading('1h'), lastLiveAt);
  const sampledRarely = isSampledRarely(
    reading('5m'),
    reading('1h'),
    lastLiveAt,
  );
  const policy = facts.alerting ?? 'google';
  const minimumBad = minimumBadOf(policy, definition.indicator);
  const alerts = alertPairs(policy, {
    objective,
    windowSeconds: window.seconds,
  }).map(pair =>
    assessPair(pair, {
      long: reading(pair.longWindow),
      short: reading(pair.shortWindow),
      serviceNow,
      sampledRarely,
      now,
      minimumBad,
      previous: facts.pairStates?.find(before => isSamePair(before, pair)),
    }),
  );
  return {
    window: { ...window, ...windowEdges(own) },
    reading: own.reading,
    readingOf: reading,
    now: serviceNow,
    budget: assessBudget(own.reading, {
      objective,
      windowSeconds: window.seconds,
      ...(own.periodEndsAt && { period: periodOf(own, own.periodEndsAt) }),
      burnRate: presentBurnRate(alerts, reading, serviceNow),
      hours: facts.hours,
    }),
    alerts,
  };
}

/** A policy's minimum is of events; samples have one of their own. */
function minimumBadOf(
  policy: AlertPolicyName | AlertPolicy,
  indicator: SloIndicator,
): number {
  if (indicatorUnit(indicator) === 'samples') {
    return minimumBadSamplesToFire;
  }
  return (
    (typeof policy === 'object' ? policy.minimumBadEvents : undefined) ??
    minimumBadEventsToFire
  );
}

function readingOf(
  { window, seconds, intervalSeconds }: (typeof burnWindows)[number],
  facts: SloJudgementFacts,
): Reading {
  return assessReading(
    facts.readings.find(stored => stored.window === window),
    {
      minimumBadEvents: minimumBadEventsOfBurn,
      now: facts.now,
      objective: facts.definition.objective,
      windowSeconds: seconds,
      intervalSeconds,
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

function windowEdges({ reading, from, periodEndsAt }: OwnWindow): {
  startsAt?: string;
  endsAt?: string;
} {
  if (!isMeasured(reading)) {
    return {};
  }
  return {
    startsAt: from.toISOString(),
    endsAt: periodEndsAt?.toISOString() ?? reading.asOf,
  };
}

function periodOf(
  { from, lastPeriod }: OwnWindow,
  endsAt: Date,
): CalendarPeriod {
  return {
    startsAt: from,
    endsAt,
    ...(lastPeriod && {
      lastTotal: lastPeriod.total,
      lastWhole: lastPeriod.whole,
    }),
  };
}
