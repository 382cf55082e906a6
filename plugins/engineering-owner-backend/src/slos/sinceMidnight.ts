import { WindowPlan } from '@engineering-owner/backstage-plugin-common';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import { dayOf, startOfDay } from './ledger/LedgerDay';

/**
 * The stretch since midnight UTC, read for every window above a day, is kept
 * under this name: it tells what happened since the ledger's last hour.
 */
export const sinceMidnight = 'today';

/** That stretch of a window, if it is made of days at all. */
export function sinceMidnightPart(
  plan: WindowPlan,
  direct: GroupReading[],
): { plan: WindowPlan; reading: GroupReading } | undefined {
  const stretch = plan.direct.at(-1);
  const reading = direct.at(-1);
  const isToday =
    plan.closedDays.length > 0 &&
    stretch?.from.getTime() === startOfDay(dayOf(plan.to));
  return isToday && reading
    ? { plan: { ...stretch, closedDays: [], direct: [stretch] }, reading }
    : undefined;
}
