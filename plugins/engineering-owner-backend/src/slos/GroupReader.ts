import {
  burnWindows,
  readIntervalSeconds,
  WindowPlan,
} from '@engineering-owner/backstage-plugin-common';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../ingest/clock';
import { DueWindow, dueWindows, stretchKey } from './dueWindows';
import { GroupInspection, GroupStore } from './GroupStore';
import { inspectGroup, isInspectionDue } from './inspectGroup';
import { dayOf, startOfDay } from './ledger/LedgerDay';
import { LedgerStore } from './ledger/LedgerStore';
import { ledgerParts, noLedger } from './ledger/windowParts';
import { ReadingStore, WindowReading } from './ReadingStore';
import { readWindowParts } from './readWindowParts';
import { SightingStore } from './SightingStore';
import { SliGroupPlan } from './SliGroupPlan';
import { WindowStatus, WindowStore } from './WindowStore';

/** The shortest window tells who is alive. */
const shortest = burnWindows[0];

/**
 * The stretch since midnight UTC, read for every window above a day, is kept
 * under this name: it tells what happened since the ledger's last hour.
 */
export const sinceMidnight = 'today';

/** What became of a group's cycle. */
export interface CycleResult {
  read: string[];
  failed: Array<{ window: string; message: string }>;
}

interface Cycle {
  plan: SliGroupPlan;
  values: string[];
  inspection: GroupInspection;
  status: ReadonlyMap<string, WindowStatus>;
  signal: AbortSignal;
  /** Reads of this cycle, by stretch: windows share them. */
  reads: Map<string, Promise<GroupReading>>;
}

/** Reads what is due of one group and writes it down, window by window. */
export class GroupReader {
  readonly #clock: Clock;
  readonly #groups: GroupStore;
  readonly #windows: WindowStore;
  readonly #readings: ReadingStore;
  readonly #sightings: SightingStore;
  readonly #ledger: LedgerStore;

  constructor(options: {
    clock: Clock;
    groups: GroupStore;
    windows: WindowStore;
    readings: ReadingStore;
    sightings: SightingStore;
    ledger: LedgerStore;
  }) {
    this.#clock = options.clock;
    this.#groups = options.groups;
    this.#windows = options.windows;
    this.#readings = options.readings;
    this.#sightings = options.sightings;
    this.#ledger = options.ledger;
  }

  /** @param values - label values of the entities that have an SLO of the group */
  async refresh(
    plan: SliGroupPlan,
    values: string[],
    signal: AbortSignal,
  ): Promise<CycleResult> {
    const now = this.#clock();
    const { group, source, windows } = plan;
    const known = await this.#groups.get(group.id);
    const status = await this.#windows.list(group.id);
    const inspecting = isInspectionDue(known, now);
    const due = dueWindows({
      windows,
      status,
      now,
      delaySeconds: source.evaluationDelaySeconds,
      inspecting,
    });
    const result: CycleResult = { read: [], failed: [] };
    if (values.length === 0 || due.length === 0) {
      return result;
    }

    let inspection = known;
    if (inspecting) {
      try {
        inspection = await inspectGroup(plan, {
          groups: this.#groups,
          now,
          signal,
        });
      } catch (error) {
        signal.throwIfAborted();
        if (!inspection) {
          return this.#failAll(plan, due, error);
        }
      }
    }
    if (!inspection) {
      return result;
    }
    const cycle = {
      plan,
      values,
      inspection,
      status,
      signal,
      reads: new Map(),
    };
    for (const [index, window] of due.entries()) {
      try {
        await this.#read(cycle, window);
        result.read.push(window.window);
      } catch (error) {
        signal.throwIfAborted();
        if (result.read.length === 0) {
          // A source that answers nothing is not asked eight times over.
          return this.#failAll(plan, due.slice(index), error);
        }
        result.failed.push(await this.#fail(plan, window, error));
      }
    }
    return result;
  }

  async #read(cycle: Cycle, window: DueWindow): Promise<void> {
    const { plan, values } = cycle;
    const { group } = plan;
    const attemptedAt = this.#clock();
    const direct: GroupReading[] = [];
    for (const stretch of window.plan.direct) {
      direct.push(await this.#readStretch(cycle, stretch));
    }
    if (direct.some(reading => reading.inspectAgain)) {
      await this.#groups.askAgain(group.id);
    }
    const incomplete = direct.find(reading => reading.incomplete);
    if (incomplete && this.#hasWhole(cycle, window)) {
      throw new Error(
        `The source says that data may be missing: ${incomplete.warnings.join(
          '; ',
        )}`,
      );
    }
    const ledger = await ledgerParts(this.#ledger, group.id, window.plan);
    const save = (name: string, read: (value: string) => WindowReading) =>
      this.#readings.save(group.id, name, {
        at: window.at,
        attemptedAt,
        incomplete: incomplete !== undefined,
        readings: new Map(values.map(value => [value, read(value)])),
      });
    await save(window.window, value =>
      readWindowParts(window.plan, direct, ledger, value),
    );
    const today = todayOf(window.plan, direct);
    if (today) {
      await save(sinceMidnight, value =>
        readWindowParts(today.plan, today.direct, noLedger, value),
      );
    }
    if (window.window === shortest.window) {
      await this.#sightings.recordLive(group.id, {
        values: [...direct.flatMap(reading => [...reading.values.keys()])],
        at: window.at,
        windowSeconds: window.seconds,
        lookedBefore: cycle.status.get(window.window)?.at !== undefined,
      });
    }
  }

  /** Whether a whole reading is there that is not stale: an incomplete one may not replace it. */
  #hasWhole(cycle: Cycle, window: DueWindow): boolean {
    const status = cycle.status.get(window.window);
    if (!status?.at || status.incomplete) {
      return false;
    }
    const age = window.at.getTime() - status.at.getTime();
    return age < 3 * readIntervalSeconds(window.seconds) * 1000;
  }

  #readStretch(
    { plan, inspection, signal, reads }: Cycle,
    stretch: { from: Date; to: Date },
  ): Promise<GroupReading> {
    const key = stretchKey(stretch);
    const reading =
      reads.get(key) ??
      plan.source.read(plan.group, inspection.inspection, stretch, { signal });
    reads.set(key, reading);
    return reading;
  }

  async #failAll(
    plan: SliGroupPlan,
    due: DueWindow[],
    error: unknown,
  ): Promise<CycleResult> {
    const failed = [];
    for (const window of due) {
      failed.push(await this.#fail(plan, window, error));
    }
    return { read: [], failed };
  }

  async #fail(plan: SliGroupPlan, { window }: DueWindow, error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    await this.#windows.recordFailure(plan.group.id, window, {
      attemptedAt: this.#clock(),
      message,
    });
    return { window, message };
  }
}

function todayOf(plan: WindowPlan, direct: GroupReading[]) {
  const stretch = plan.direct.at(-1);
  const reading = direct.at(-1);
  const isToday =
    plan.closedDays.length > 0 &&
    stretch?.from.getTime() === startOfDay(dayOf(plan.to));
  return isToday && reading
    ? {
        plan: { ...stretch, closedDays: [], direct: [stretch] },
        direct: [reading],
      }
    : undefined;
}
