import { soundCounts } from './eventCounts';
import { judgeSlo, SloJudgementFacts } from './judgeSlo';
import { LedgerHour } from './ledgerHour';
import { EventCounts, SloWindow, windowKey } from './model';
import { StoredReading } from './reading';
import { AlertPair, AlertPairStatus, SloWhatIfResponse } from './status';
import { windowStretch } from './windowStretch';

/** The ledger's newest figures are of the last hour. */
const ledgerSeconds = 3600;

/**
 * @public
 */
export interface WhatIfFacts
  extends Omit<SloJudgementFacts, 'hours' | 'pairStates'> {
  /** Fraction, in place of the SLO's own. */
  objective: number;
  /** In place of the SLO's own. */
  window: SloWindow;
  /** Oldest first, from before the window's start on, scaled to their days. */
  hours: readonly LedgerHour[];
}

/**
 * What an SLO would say with another objective or window. A window that is
 * read anyway is judged by its own reading, so that the SLO's own target says
 * what its tile says. Any other is the sum of the ledger's hours; what they do
 * not reach makes it `partial`. The exhaustion goes on at the pace of the pairs
 * that would fire.
 *
 * @public
 */
export function whatIf(
  facts: WhatIfFacts,
): Pick<
  SloWhatIfResponse,
  'objective' | 'window' | 'reading' | 'budget' | 'alerts'
> {
  const { definition, objective, window, hours } = facts;
  const key = windowKey(window);
  const isRead = facts.readings.some(
    each => each.window === key && each.at !== undefined,
  );
  const readings = isRead
    ? facts.readings
    : [
        ...facts.readings.filter(each => each.window !== key),
        ...readingOf(facts),
      ];
  const judged = judgeSlo({
    ...facts,
    definition: { ...definition, objective, window },
    readings,
    hours,
  });
  return {
    objective,
    window: judged.window,
    reading: judged.reading,
    budget: judged.budget,
    alerts: judged.alerts.map(withoutState),
  };
}

function withoutState({
  severity,
  longWindow,
  shortWindow,
  factor,
  loweredFrom,
  offReason,
}: AlertPairStatus): AlertPair {
  return {
    severity,
    longWindow,
    shortWindow,
    factor,
    ...(loweredFrom !== undefined && { loweredFrom }),
    ...(offReason !== undefined && { offReason }),
  };
}

/** The window's reading as the ledger has it; empty while it holds nothing. */
function readingOf(facts: WhatIfFacts): StoredReading[] {
  const { hours, window, readings } = facts;
  const invalid = readings.find(each => each.invalid)?.invalid;
  const last = hours.findLast(hour => hour.counts !== null);
  const base = { window: windowKey(window), incomplete: false };
  if (invalid || !last) {
    return invalid ? [{ ...base, coverage: 0, invalid }] : [];
  }
  const { from, to } = windowStretch(window, last.to);
  const { counts, coverage } = sumHours(hours, from, to);
  const { firstSeenAt, lastSeenAt } = readings.at(0) ?? {};
  const seen =
    counts.total > 0 || Date.parse(lastSeenAt ?? '') >= from.getTime();
  return [
    {
      ...base,
      at: to.toISOString(),
      coverage,
      everySeconds: ledgerSeconds,
      ...(seen && { counts }),
      ...(firstSeenAt !== undefined && { firstSeenAt }),
      ...(lastSeenAt !== undefined && { lastSeenAt }),
    },
  ];
}

/** Of an hour that the window begins in, its share. */
function sumHours(
  hours: readonly LedgerHour[],
  from: Date,
  to: Date,
): { counts: EventCounts; coverage: number } {
  const sum = { bad: 0, total: 0 };
  let covered = 0;
  for (const hour of hours) {
    const counts = soundCounts(hour.counts ?? undefined);
    const length = hour.to.getTime() - hour.from.getTime();
    const inside =
      Math.min(hour.to.getTime(), to.getTime()) -
      Math.max(hour.from.getTime(), from.getTime());
    if (counts && inside > 0 && length > 0) {
      sum.bad += (counts.bad * inside) / length;
      sum.total += (counts.total * inside) / length;
      covered += inside;
    }
  }
  const length = to.getTime() - from.getTime();
  return { counts: sum, coverage: length > 0 ? covered / length : 0 };
}
