import {
  lastPeriodKey,
  planStretch,
  previousPeriod,
} from '@engineering-owner/backstage-plugin-common';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import { isOlderThan } from '../ingest/isOlderThan';
import { DueWindow } from './dueWindows';
import { HOUR } from './ledger/LedgerDay';
import { LedgerStore } from './ledger/LedgerStore';
import { ledgerParts } from './ledger/windowParts';
import { ReadingStore } from './ReadingStore';
import { readWindowParts } from './readWindowParts';
import { GroupCycle } from './WindowReader';

/** Late samples and entities that joined show in the last period so much later. */
const everyMilliseconds = HOUR;

const nothingRead: GroupReading = {
  values: new Map(),
  incomplete: false,
  warnings: [],
  inspectAgain: false,
};

/**
 * Adds up what the period before a calendar window's held, from the ledger
 * alone: its total is what a young period's budget is reckoned with.
 */
export async function readLastPeriod(
  { plan: { group }, values, status }: GroupCycle,
  window: DueWindow,
  options: { ledger: LedgerStore; readings: ReadingStore; now: Date },
): Promise<void> {
  const { ledger, readings, now } = options;
  if (!window.calendar) {
    return;
  }
  const name = lastPeriodKey(window.calendar);
  const period = previousPeriod(window.calendar, window.at);
  const held = status.get(name);
  const isFresh =
    held?.at?.getTime() === period.to.getTime() &&
    !status.get(window.window)?.ledgerChanged &&
    !isOlderThan(held.attemptedAt ?? 0, everyMilliseconds, now);
  if (isFresh) {
    return;
  }
  const plan = planStretch(period);
  const direct = plan.direct.map(() => nothingRead);
  const parts = await ledgerParts(ledger, group.id, plan, direct, {
    hoursStandIn: true,
  });
  await readings.save(group.id, name, {
    at: period.to,
    attemptedAt: now,
    incomplete: false,
    readings: new Map(
      values.map(value => [value, readWindowParts(plan, direct, parts, value)]),
    ),
  });
}
