import {
  burnWindows,
  EventCounts,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../ingest/clock';
import { isOlderThan } from '../ingest/isOlderThan';
import { DueWindow, stretchKey } from './dueWindows';
import { GroupInspection, GroupStore } from './GroupStore';
import { boundByHours } from './ledger/boundByHours';
import { DAY, HOUR } from './ledger/LedgerDay';
import { LedgerStore } from './ledger/LedgerStore';
import { ledgerParts, noLedger } from './ledger/windowParts';
import { ReadingStore, WindowReading } from './ReadingStore';
import { readLastPeriod } from './readLastPeriod';
import { readWindowParts } from './readWindowParts';
import { SightingStore } from './SightingStore';
import { sinceMidnight, sinceMidnightPart } from './sinceMidnight';
import { SliGroupPlan } from './SliGroupPlan';
import { WindowStatus } from './WindowStore';

/** The shortest window tells who is alive. */
const shortest = burnWindows[0];

/** One turn of a group: what its windows have in common. */
export interface GroupCycle {
  plan: SliGroupPlan;
  /** Label values of the entities that have an SLO of the group. */
  values: string[];
  inspection: GroupInspection;
  status: ReadonlyMap<string, WindowStatus>;
  signal: AbortSignal;
  /** Reads of this cycle, by stretch: windows share them. */
  reads: Map<string, Promise<GroupReading>>;
  onProblem: (problem: Problem) => void;
}

/** Reads one window of a group for all its entities and writes it down. */
export class WindowReader {
  readonly #clock: Clock;
  readonly #groups: GroupStore;
  readonly #readings: ReadingStore;
  readonly #sightings: SightingStore;
  readonly #ledger: LedgerStore;

  constructor(options: {
    clock: Clock;
    groups: GroupStore;
    readings: ReadingStore;
    sightings: SightingStore;
    ledger: LedgerStore;
  }) {
    this.#clock = options.clock;
    this.#groups = options.groups;
    this.#readings = options.readings;
    this.#sightings = options.sightings;
    this.#ledger = options.ledger;
  }

  /**
   * Resolves with the reason when the answer lacked data and an earlier, whole
   * one was kept instead.
   */
  async read(
    cycle: GroupCycle,
    window: DueWindow,
  ): Promise<{ keptBecause?: string }> {
    const { group } = cycle.plan;
    const attemptedAt = this.#clock();
    const direct: GroupReading[] = [];
    for (const stretch of window.plan.direct) {
      direct.push(
        await (isMadeOfDays(window)
          ? this.#readPartOfDay(cycle, stretch)
          : readStretch(cycle, stretch)),
      );
    }
    if (direct.some(reading => reading.inspectAgain)) {
      await this.#groups.askAgain(group.id);
    }
    const incomplete = direct.find(reading => reading.incomplete);
    if (incomplete && hasWhole(cycle, window)) {
      const warnings = incomplete.warnings.join('; ');
      return {
        keptBecause: `The source says that data may be missing: ${warnings}`,
      };
    }
    const ledger = await ledgerParts(
      this.#ledger,
      group.id,
      window.plan,
      direct,
    );
    const save = (name: string, read: (value: string) => WindowReading) =>
      this.#readings.save(group.id, name, {
        at: window.at,
        attemptedAt,
        incomplete: incomplete !== undefined,
        readings: new Map(cycle.values.map(value => [value, read(value)])),
      });
    if (window.window === shortest.window) {
      // Before its readings: cut off in between, it is done over.
      await this.#sightings.recordLive(group.id, {
        values: direct.flatMap(reading => [...reading.values.keys()]),
        at: window.at,
        windowSeconds: window.seconds,
        lookedBefore: cycle.status.get(window.window)?.at !== undefined,
      });
    }
    await save(window.window, value =>
      readWindowParts(window.plan, direct, ledger, value),
    );
    const today = sinceMidnightPart(window.plan, direct);
    if (today) {
      await save(sinceMidnight, value =>
        readWindowParts(today.plan, [today.reading], noLedger, value),
      );
    }
    await readLastPeriod(cycle, window, {
      ledger: this.#ledger,
      readings: this.#readings,
      now: attemptedAt,
    });
    return {};
  }

  /** Windows share the stretch since midnight: it is checked once in a cycle. */
  #readPartOfDay(
    cycle: GroupCycle,
    stretch: { from: Date; to: Date },
  ): Promise<GroupReading> {
    const key = `checked ${stretchKey(stretch)}`;
    const checked =
      cycle.reads.get(key) ??
      readStretch(cycle, stretch).then(reading =>
        boundByHours(reading, {
          ledger: this.#ledger,
          groupId: cycle.plan.group.id,
          values: cycle.values,
          stretch,
          read: part => readStretch(cycle, part),
          ...(cycle.plan.source.readEntitySteps && {
            readHours: (value, part) => readHoursOf(cycle, value, part),
          }),
        }),
      );
    cycle.reads.set(key, checked);
    return checked;
  }
}

/** Other windows are one stretch, which may span midnight. */
function isMadeOfDays({ plan }: DueWindow): boolean {
  return plan.to.getTime() - plan.from.getTime() > DAY;
}

function readStretch(
  { plan, inspection, signal, reads, onProblem }: GroupCycle,
  stretch: { from: Date; to: Date },
): Promise<GroupReading> {
  const key = stretchKey(stretch);
  const reading =
    reads.get(key) ??
    plan.source.read(plan.group, inspection.inspection, stretch, {
      signal,
      onProblem,
    });
  reads.set(key, reading);
  return reading;
}

async function readHoursOf(
  { plan, inspection, signal }: GroupCycle,
  value: string,
  stretch: { from: Date; to: Date },
): Promise<EventCounts[]> {
  const steps = await plan.source.readEntitySteps?.(
    plan.group,
    inspection.inspection,
    value,
    { ...stretch, stepSeconds: HOUR / 1000 },
    { signal },
  );
  return (steps ?? []).flatMap(({ reading }) =>
    reading?.kind === 'counts' ? [reading] : [],
  );
}

/** Whether a whole reading is there that is not stale. */
function hasWhole({ status }: GroupCycle, window: DueWindow): boolean {
  const held = status.get(window.window);
  if (!held?.at || held.incomplete) {
    return false;
  }
  const staleAfterMs = 3 * window.everySeconds * 1000;
  return !isOlderThan(held.at, staleAfterMs, window.at);
}
