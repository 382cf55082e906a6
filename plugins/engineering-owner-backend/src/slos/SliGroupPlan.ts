import {
  burnWindows,
  CalendarWindow,
  historySeconds,
  readIntervalSeconds,
  SloWindow,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { SliGroup, SliSource } from '@engineering-owner/backstage-plugin-node';

/** A window that a group is read over. */
export interface GroupWindow {
  /** What its readings are stored by, see `windowKey`. */
  window: string;
  /** Nominal length. */
  seconds: number;
  /** Between two reads. */
  everySeconds: number;
  /** Of a window that begins with a period of a calendar. */
  calendar?: CalendarWindow;
}

/** An SLO's own window as one that its group is read over. */
export function groupWindow(window: SloWindow): GroupWindow {
  return {
    window: windowKey(window),
    seconds: window.seconds,
    everySeconds: readIntervalSeconds(window.seconds),
    ...(window.type === 'calendar' && { calendar: window }),
  };
}

/** A group with all that is read for it, whatever SLOs share it. */
export interface SliGroupPlan {
  group: SliGroup;
  source: SliSource;
  /** The templates and documents that share it, for messages. */
  definedBy: string[];
  /** Burn windows and the own windows of its SLOs, shortest first. */
  windows: GroupWindow[];
  /** How far back the ledger has to go for the longest of them. */
  longestSeconds: number;
  /**
   * How much later than others its long windows end, so that no minute has to
   * read and judge those of all groups.
   */
  phaseSeconds: number;
  /**
   * How much later than it may the ledger closes its hours and days: most groups
   * then have no long windows to read.
   */
  closingSeconds: number;
}

/** Groups take turns in the minutes from one read of long windows to the next. */
const phases = 5;
/**
 * And in the minutes in which days are closed: two after 00:12, since from 00:15
 * on the day is wanted.
 */
const closings = 2;

/** A definition as its source understands it. */
export interface CompiledSlo {
  group: SliGroup;
  source: SliSource;
  window: SloWindow;
  /** For messages, for example `template availability`. */
  definedBy: string;
}

/** The groups of all definitions, each once. */
export function planGroups(slos: Iterable<CompiledSlo>): SliGroupPlan[] {
  const plans = new Map<string, SliGroupPlan>();
  for (const { group, source, window, definedBy } of slos) {
    const known = plans.get(group.id);
    const windows = [...(known?.windows ?? []), groupWindow(window)];
    const longest = Math.max(...windows.map(({ seconds }) => seconds));
    plans.set(group.id, {
      group,
      source,
      definedBy: [...(known?.definedBy ?? []), definedBy],
      windows: unique([
        ...burnWindows
          .filter(({ seconds }) => seconds <= longest)
          .map(({ window: name, seconds, intervalSeconds }) => ({
            window: name,
            seconds,
            everySeconds: intervalSeconds,
          })),
        ...windows,
      ]),
      longestSeconds: Math.max(
        known?.longestSeconds ?? 0,
        historySeconds(window),
      ),
      phaseSeconds: 0,
      closingSeconds: 0,
    });
  }
  return inPhases([...plans.values()]);
}

/** Those of single entities stay together: they are asked in few requests. */
function inPhases(plans: SliGroupPlan[]): SliGroupPlan[] {
  const ids = plans
    .filter(({ group }) => !group.bespoke)
    .map(({ group }) => group.id)
    .sort();
  return plans.map(plan => {
    const turn = ids.indexOf(plan.group.id);
    return turn < 0
      ? plan
      : {
          ...plan,
          phaseSeconds: (turn % phases) * 60,
          closingSeconds: (1 + (turn % closings)) * 60,
        };
  });
}

/** Who defined a group, for messages: the first few, since many may share one. */
export function describeDefinitions({ definedBy }: SliGroupPlan): string {
  const shown = [...new Set(definedBy)].slice(0, 3);
  const others = new Set(definedBy).size - shown.length;
  return `${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

/** What is an SLO's own window too is read as often as that. */
function unique(windows: ReadonlyArray<GroupWindow>): GroupWindow[] {
  const byName = new Map(windows.map(each => [each.window, each]));
  return [...byName.values()].sort((a, b) => a.seconds - b.seconds);
}
