import {
  alignTime,
  burnWindows,
  planStretch,
  WindowPlan,
  windowStretch,
} from '@engineering-owner/backstage-plugin-common';
import { isOlderThan } from '../ingest/isOlderThan';
import { GroupWindow } from './SliGroupPlan';
import { WindowStatus } from './WindowStore';

/** A window that has to be read now, up to an aligned time. */
export interface DueWindow extends GroupWindow {
  at: Date;
  plan: WindowPlan;
}

/**
 * Reads of windows above an hour in one cycle. With three short windows a
 * minute and two reads for the ledger it keeps a group at eight requests a
 * minute at most, and five minutes are enough for all of them.
 */
const longReadsPerCycle = 3;

/** The length of the shortest burn window: what a source must be able to answer. */
const shortestStretch = burnWindows[0].seconds * 1000;

/** How long a failed long window waits: its queries are dear, and may have timed out. */
const retryLongAfterSeconds = 120;

/**
 * What a group has to read now: windows up to an hour every minute, longer ones
 * every five or fifteen, a few at a time, the oldest first. Of the same age those go first
 * that budgets are made of, so that an outage shows in them within six minutes,
 * and then the longest, which share stretches with them. A window that was
 * never read does not wait.
 */
export function dueWindows(options: {
  windows: GroupWindow[];
  status: ReadonlyMap<string, WindowStatus>;
  now: Date;
  delaySeconds: number;
  /** See {@link SliGroupPlan.phaseSeconds}. */
  phaseSeconds: number;
  /** An inspection takes the place of the long windows of its cycle. */
  inspecting: boolean;
}): DueWindow[] {
  const { windows, status, now, inspecting } = options;
  const candidates = windows
    .map(each => {
      const at = endOf(each, options);
      return { ...each, at, plan: planStretch(stretchOf(each, at)) };
    })
    .filter(hasBegun)
    .filter(each => isDue(each, status.get(each.window), now));
  const neverRead = (each: DueWindow) => !status.get(each.window)?.at;

  const chosen = candidates.filter(each => !isLong(each) || neverRead(each));
  const waiting = candidates
    .filter(each => !chosen.includes(each))
    .sort(
      (a, b) =>
        ageOf(a, status) - ageOf(b, status) ||
        Number(isBurnWindow(a)) - Number(isBurnWindow(b)) ||
        b.seconds - a.seconds,
    );
  const stretches = new Set<string>();
  for (const each of inspecting ? [] : waiting) {
    const wanted = each.plan.direct
      .map(stretchKey)
      .filter(key => !stretches.has(key));
    if (stretches.size && stretches.size + wanted.length > longReadsPerCycle) {
      break;
    }
    wanted.forEach(key => stretches.add(key));
    chosen.push(each);
  }
  return chosen.sort((a, b) => a.seconds - b.seconds);
}

function isLong({ everySeconds }: GroupWindow): boolean {
  return everySeconds > 60;
}

function endOf(
  { everySeconds: intervalSeconds }: GroupWindow,
  options: { now: Date; delaySeconds: number; phaseSeconds: number },
): Date {
  // What is read every minute has no other minute to be in.
  const phaseSeconds = options.phaseSeconds % intervalSeconds;
  const aligned = alignTime(options.now, {
    intervalSeconds,
    delaySeconds: options.delaySeconds + phaseSeconds,
  });
  return new Date(aligned.getTime() + phaseSeconds * 1000);
}

function stretchOf({ seconds, calendar }: GroupWindow, at: Date) {
  return calendar
    ? windowStretch(calendar, at)
    : { from: new Date(at.getTime() - seconds * 1000), to: at };
}

/**
 * In its first minutes a calendar window is too short to be read. Until then
 * its last reading, of the period that ended, stands.
 */
function hasBegun({ plan }: DueWindow): boolean {
  return plan.to.getTime() - plan.from.getTime() >= shortestStretch;
}

/** Identifies a stretch, so that windows which share one read it once. */
export function stretchKey({ from, to }: { from: Date; to: Date }): string {
  return `${from.getTime()}-${to.getTime()}`;
}

function isDue(
  due: DueWindow,
  status: WindowStatus | undefined,
  now: Date,
): boolean {
  // A clock that was set back leaves reads of the future, which tell nothing.
  const isRead = status?.at && status.at >= due.at && status.at <= now;
  if (isRead && !status.ledgerChanged) {
    return false;
  }
  const failed = status?.lastError !== undefined && status.attemptedAt;
  return !(
    failed &&
    isLong(due) &&
    !isOlderThan(failed, retryLongAfterSeconds * 1000, now)
  );
}

function ageOf(
  due: DueWindow,
  status: ReadonlyMap<string, WindowStatus>,
): number {
  return status.get(due.window)?.at?.getTime() ?? 0;
}

/** Whether it serves alerts alone; others are an SLO's own. */
function isBurnWindow({ window }: DueWindow): boolean {
  return burnWindows.some(each => each.window === window);
}
