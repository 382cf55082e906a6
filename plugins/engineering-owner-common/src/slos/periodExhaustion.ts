import { budgetRatio } from './burnRate';
import { EventCounts } from './model';
import { BudgetExhaustion } from './status';

/** From so much of a period on, its own traffic tells its pace. */
const paceKnownAfterSeconds = 86_400;

/**
 * What is known of the period of a calendar window.
 *
 * @public
 */
export interface CalendarPeriod {
  startsAt: Date;
  endsAt: Date;
  /** Events of the last period; absent when they are not known. */
  lastTotal?: number;
  /** The last period could be read whole. */
  lastWhole?: boolean;
}

/**
 * When a calendar window's budget is gone if the present pace goes on: the
 * first t before the end of the period at which
 * bad + burn x b x r x (t - now) = b x max(total + r x (t - now), last total),
 * r being the events in a second of this period, or of the last one on the
 * first day. Nothing expires before the period does. An estimate while the
 * window is partial or the last period is not known whole.
 */
export function periodExhaustion(terms: {
  counts: EventCounts;
  /** Fraction. */
  objective: number;
  burnRate?: number;
  now: Date;
  partial: boolean;
  period: CalendarPeriod;
}): BudgetExhaustion {
  const { counts, burnRate, now, period } = terms;
  const budget = budgetRatio(terms.objective);
  const last = period.lastTotal ?? 0;
  const total = Math.max(counts.total, last);
  if (!(total > 0)) {
    return { kind: 'unknown' };
  }
  if (counts.bad >= budget * total) {
    return { kind: 'exhausted' };
  }
  if (burnRate === undefined || !Number.isFinite(burnRate)) {
    return { kind: 'unknown' };
  }
  const rate = eventRate(terms);
  if (rate === undefined) {
    return { kind: 'unknown' };
  }
  const seconds = secondsLeft({ counts, budget, last, burnRate, rate });
  const left = (period.endsAt.getTime() - now.getTime()) / 1000;
  if (seconds === undefined || !(seconds <= left)) {
    return { kind: 'never' };
  }
  const estimate = terms.partial || !period.lastWhole;
  return { kind: 'in', seconds, estimate };
}

function secondsLeft(terms: {
  counts: EventCounts;
  budget: number;
  last: number;
  burnRate: number;
  rate: number;
}): number | undefined {
  const { counts, budget, last, burnRate, rate } = terms;
  if (!(burnRate > 0)) {
    return undefined;
  }
  const untilLast = (budget * last - counts.bad) / (burnRate * budget * rate);
  if (untilLast >= 0 && counts.total + rate * untilLast <= last) {
    return untilLast;
  }
  // Beyond the last period's events each further one allows a little more.
  return burnRate > 1
    ? (budget * counts.total - counts.bad) / (budget * rate * (burnRate - 1))
    : undefined;
}

function eventRate({
  counts,
  now,
  period: { startsAt, endsAt, lastTotal },
}: {
  counts: EventCounts;
  now: Date;
  period: CalendarPeriod;
}): number | undefined {
  const elapsed = (now.getTime() - startsAt.getTime()) / 1000;
  const length = (endsAt.getTime() - startsAt.getTime()) / 1000;
  const early = elapsed < paceKnownAfterSeconds && lastTotal !== undefined;
  const rate = early ? lastTotal / length : counts.total / elapsed;
  return rate > 0 && Number.isFinite(rate) ? rate : undefined;
}
