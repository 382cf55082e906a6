import {
  PartReading,
  WindowParts,
  WindowPlan,
  WindowStretch,
} from '@engineering-owner/backstage-plugin-common';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import { gapParts, hourParts } from './hourParts';
import {
  DAY,
  dayOf,
  HOUR,
  LedgerDay,
  LedgerEntry,
  startOfDay,
  unreadDay,
} from './LedgerDay';
import { DaySum, LedgerStore } from './LedgerStore';

/** The ledger's share of a window, for any entity of the group. */
export type LedgerParts = (
  entityValue: string,
) => Pick<WindowParts, 'days' | 'hours'>;

/** Of a window of which the ledger knows nothing. */
export const noLedger: LedgerParts = () => ({ days: new Map() });

/**
 * From this length on, hours in which the source had nothing are left out of a
 * window's coverage. Shorter windows end before the ledger knows their hours.
 */
const leastKnownByHour = 2 * HOUR;

/**
 * Fetches what the ledger holds of a window. Hours are fetched only where they
 * matter: where a day is missing, the source had a gap, or does not hold a
 * direct stretch any more.
 *
 * @param direct - what the plan's `direct` stretches were answered
 * @param options.hoursStandIn - take a short window too from its hours, where
 * it was not read directly
 */
export async function ledgerParts(
  ledger: LedgerStore,
  groupId: string,
  plan: WindowPlan,
  direct: GroupReading[],
  options: { hoursStandIn?: boolean } = {},
): Promise<LedgerParts> {
  if (plan.to.getTime() - plan.from.getTime() < leastKnownByHour) {
    return noLedger;
  }
  const touched = daysOf(plan);
  const days = await ledger.listDays(groupId, {
    from: touched[0],
    to: touched[touched.length - 1],
  });
  const dayAt = (day: string) => days.get(day) ?? unreadDay;
  const hasGap = touched.some(day => dayAt(day).hours.includes('empty'));
  const lost = plan.direct.filter((_, i) => !direct[i]?.values.size);
  if (plan.closedDays.length === 0 && !options.hoursStandIn) {
    const gaps = new Map(touched.map(day => [day, gapParts(dayAt(day))]));
    return () => ({ days: new Map(), ...(hasGap && { hours: gaps }) });
  }
  const readDays = plan.closedDays.filter(day => isRead(days.get(day)));
  const sums = await ledger.sumDays(groupId, readDays);
  const wanting = new Set([
    ...plan.closedDays.filter(day => !isRead(days.get(day))),
    ...lost.flatMap(daysOf),
  ]);
  const entries = wanting.size
    ? await ledger.listEntries(groupId, [...wanting])
    : new Map<string, Map<string, LedgerEntry>>();

  return value => ({
    days: spread(readDays, sums.get(value)),
    ...((hasGap || wanting.size > 0) && {
      hours: new Map(
        touched.map(day => [
          day,
          wanting.has(day)
            ? hourParts(dayAt(day), entries.get(value)?.get(day))
            : gapParts(dayAt(day)),
        ]),
      ),
    }),
  });
}

/**
 * A sum of days as parts: all of it stands under the first of them that counts,
 * since only the sum and the days that are covered matter.
 */
function spread(
  readDays: string[],
  sum: DaySum | undefined,
): Map<string, PartReading> {
  const parts = new Map<string, PartReading>(
    readDays.map(day => [day, 'no_series']),
  );
  sum?.gaps.forEach(day => parts.set(day, 'gap'));
  const bearer = readDays.find(day => parts.get(day) === 'no_series');
  if (sum?.counts && bearer !== undefined) {
    parts.set(bearer, sum.counts);
  }
  return parts;
}

function isRead(day: LedgerDay | undefined): boolean {
  return day?.readAt !== undefined && !day.empty;
}

function daysOf({ from, to }: WindowStretch): string[] {
  const days: string[] = [];
  const end = to.getTime();
  for (let start = startOfDay(dayOf(from)); start < end; start += DAY) {
    days.push(dayOf(start));
  }
  return days;
}
