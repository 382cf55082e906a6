import { budgetRatio } from './burnRate';
import { soundCounts } from './eventCounts';
import { LedgerHour } from './ledgerHour';
import { EventCounts } from './model';
import { SloHistoryPoint } from './status';

/**
 * @public
 */
export interface BurnDownTerms {
  /** Oldest first, without overlap; may begin before the window. */
  hours: readonly LedgerHour[];
  /** Fraction. */
  objective: number;
  /** End of the window. */
  end: Date;
  windowSeconds: number;
  /** Of a calendar window: what the last period held, see {@link assessBudget}. */
  lastPeriodTotal?: number;
  /** The window's own figures, which the last point must agree with; absent when unknown. */
  windowCounts?: EventCounts;
}

/**
 * The budget left at the end of each hour, starting full at `end` - W:
 * consumed(t) = k x sum of bad / (b x total(W)), k = bad(W) / sum of bad, so
 * that the last point equals the tile. Hours before the window or after it, and
 * all hours while the window's figures are not known, have no budget left to
 * show.
 *
 * @public
 */
export function burnDown(terms: BurnDownTerms): {
  points: SloHistoryPoint[];
  /** k; 1 when nothing was bad. */
  scale: number;
} {
  const start = terms.end.getTime() - terms.windowSeconds * 1000;
  const window = soundCounts(terms.windowCounts);
  const end = terms.end.getTime();
  const inside = withMissed(
    terms.hours.map(hour => badInside(hour, start, end)),
    window?.bad ?? 0,
    terms.hours.findLastIndex(hour => isInside(hour, start, end)),
  );
  const sum = inside.reduce((all, bad) => all + bad, 0);
  const scale = window && sum > 0 ? window.bad / sum : 1;
  let spent = 0;
  const points = terms.hours.map((hour, i): SloHistoryPoint => {
    spent += inside[i];
    const counts = soundCounts(hour.counts ?? undefined);
    return {
      from: hour.from.toISOString(),
      to: hour.to.toISOString(),
      counts: counts ?? null,
      remainingRatio:
        isInside(hour, start, end) && window && window.total > 0
          ? 1 - share(spent, sum, window, terms)
          : null,
    };
  });
  return { points, scale: Number.isFinite(scale) ? scale : 1 };
}

function share(
  spent: number,
  sum: number,
  window: EventCounts,
  { objective, lastPeriodTotal = 0 }: BurnDownTerms,
): number {
  if (sum === 0) {
    return 0;
  }
  const errorRatio = window.bad / Math.max(window.total, lastPeriodTotal);
  return ((spent / sum) * errorRatio) / budgetRatio(objective);
}

/**
 * Where no hour has any of the bad events that the window has, nobody knows when
 * they were; the last hour then has them all, so that it agrees with the tile.
 */
function withMissed(inside: number[], bad: number, last: number): number[] {
  return bad > 0 && inside.every(each => each === 0)
    ? inside.map((each, i) => (i === last ? bad : each))
    : inside;
}

function isInside({ from, to }: LedgerHour, start: number, end: number) {
  return to.getTime() > start && from.getTime() < end;
}

/** Bad events of the part of an hour that lies in the window. */
function badInside(hour: LedgerHour, start: number, end: number): number {
  const from = hour.from.getTime();
  const to = hour.to.getTime();
  const part = (Math.min(to, end) - Math.max(from, start)) / (to - from);
  const bad = soundCounts(hour.counts ?? undefined)?.bad ?? 0;
  return part > 0 ? bad * Math.min(1, part) : 0;
}
