import {
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
  const gaps = new Map(
    touched
      .filter(day => dayAt(day).hours.includes('empty'))
      .map(day => [day, gapParts(dayAt(day))]),
  );
  const lost = plan.direct.filter((_, i) => !direct[i]?.values.size);
  if (plan.closedDays.length === 0 && !options.hoursStandIn) {
    return () => ({ days: new Map(), ...(gaps.size > 0 && { hours: gaps }) });
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

  function hoursOf(value: string): WindowParts['hours'] {
    if (wanting.size === 0) {
      return gaps;
    }
    const own = entries.get(value);
    const hours = new Map(gaps);
    wanting.forEach(day =>
      hours.set(day, hourParts(dayAt(day), own?.get(day))),
    );
    return hours;
  }

  return value => ({
    days: spread(readDays, sums.get(value)),
    ...((gaps.size > 0 || wanting.size > 0) && { hours: hoursOf(value) }),
  });
}

/**
 * A sum of days as parts: all of it stands under the first of them that counts,
 * since only the sum and the days that are covered matter.
 */
function spread(
  readDays: readonly string[],
  sum: DaySum | undefined,
): WindowParts['days'] {
  const isGap = (day: string) => sum?.gaps.includes(day) ?? false;
  const bearer = readDays.find(day => !isGap(day));
  return {
    get(day) {
      if (!readDays.includes(day)) {
        return undefined;
      }
      if (day === bearer) {
        return sum?.counts ?? 'no_series';
      }
      return isGap(day) ? 'gap' : 'no_series';
    },
  };
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
