import {
  PartReading,
  WindowParts,
  WindowPlan,
} from '@engineering-owner/backstage-plugin-common';
import {
  DAY,
  dayOf,
  LedgerDay,
  LedgerEntry,
  startOfDay,
  unreadDay,
} from './LedgerDay';
import { LedgerStore, toPart } from './LedgerStore';

/** The ledger's share of a window, for any entity of the group. */
export type LedgerParts = (
  entityValue: string,
) => Pick<WindowParts, 'days' | 'hours'>;

/** Of a window that is read directly. */
export const noLedger: LedgerParts = () => ({ days: new Map() });

/**
 * Fetches what the ledger holds of a window. Hours are fetched only where they
 * matter: where a day is missing or the source had a gap.
 */
export async function ledgerParts(
  ledger: LedgerStore,
  groupId: string,
  plan: WindowPlan,
): Promise<LedgerParts> {
  const touched = daysOf(plan);
  const [from, to] = [touched.at(0), touched.at(-1)];
  if (plan.closedDays.length === 0 || !from || !to) {
    return noLedger;
  }
  const days = await ledger.listDays(groupId, { from, to });
  const readDays = plan.closedDays.filter(day => isRead(days.get(day)));
  const wholeDays = await ledger.listDayParts(groupId, readDays);
  const wanting = plan.closedDays.filter(day => !isRead(days.get(day)));
  const hasGap = touched.some(day => days.get(day)?.hours.includes('empty'));
  const entries = wanting.length
    ? await ledger.listEntries(groupId, wanting)
    : new Map<string, Map<string, LedgerEntry>>();

  return value => ({
    days: new Map(
      readDays.map((day): [string, PartReading] => [
        day,
        wholeDays.get(value)?.get(day) ?? 'no_series',
      ]),
    ),
    ...((hasGap || wanting.length > 0) && {
      hours: new Map(
        touched.map(day => [
          day,
          hourParts(days.get(day) ?? unreadDay, entries.get(value)?.get(day)),
        ]),
      ),
    }),
  });
}

function isRead(day: LedgerDay | undefined): boolean {
  return day?.readAt !== undefined && !day.empty;
}

function daysOf(plan: WindowPlan): string[] {
  const days: string[] = [];
  const end = plan.to.getTime();
  for (let start = startOfDay(dayOf(plan.from)); start < end; start += DAY) {
    days.push(dayOf(start));
  }
  return days;
}

function hourParts(
  day: LedgerDay,
  entry: LedgerEntry | undefined,
): Array<PartReading | undefined> {
  return day.hours.map((state, hour) => {
    switch (state) {
      case 'unread':
        return undefined;
      case 'empty':
        return 'gap';
      default:
        return toPart(entry?.hours[hour] ?? null);
    }
  });
}
