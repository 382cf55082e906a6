import { LedgerHour } from './ledgerHour';
import { wholeCoverage } from './readingState';

/**
 * The share of an error budget that a stretch of time spent, such as a shift:
 * its bad events of those the budget allows. Undefined where less than 95 % of
 * the stretch could be read, or the budget allows none: what is not known might
 * be all of it.
 *
 * @param hours - of the SLO's ledger; those that begin in the stretch count
 * @param badEventsAllowed - by the SLO's own window
 * @public
 */
export function spentShare(
  hours: readonly LedgerHour[],
  stretch: { from: Date; to: Date },
  badEventsAllowed: number,
): number | undefined {
  const [from, to] = [stretch.from.getTime(), stretch.to.getTime()];
  let known = 0;
  let bad = 0;
  for (const hour of hours) {
    const begins = hour.from.getTime();
    if (hour.counts && begins >= from && begins < to) {
      known += Math.min(hour.to.getTime(), to) - begins;
      bad += hour.counts.bad;
    }
  }
  // The hour in which the stretch begins is another's for the most part.
  const length = to - from - Math.min(to - from, leadIn(from));
  const share = bad / badEventsAllowed;
  return length > 0 && known >= wholeCoverage * length && Number.isFinite(share)
    ? share
    : undefined;
}

/** From the beginning of a stretch to the next full hour. */
function leadIn(from: number): number {
  const hour = 3_600_000;
  return (hour - (from % hour)) % hour;
}
