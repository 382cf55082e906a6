import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';
import { describeFailure, shortenMessage } from '../ingest/describeFailure';
import { isOlderThan } from '../ingest/isOlderThan';
import { DueWindow, dueWindows } from './dueWindows';
import { GroupInspection, GroupStore } from './GroupStore';
import {
  inspectGroup,
  inspectPauseSeconds,
  isInspectionDue,
} from './inspectGroup';
import { SliGroupPlan } from './SliGroupPlan';
import { GroupCycle, WindowReader } from './WindowReader';
import { WindowStore } from './WindowStore';

/** What became of a group's cycle. */
export interface CycleResult {
  read: string[];
  failed: Array<{ window: string; message: string }>;
  /** What the source said is wrong with the definition or with single records. */
  problems: Problem[];
  /** The group was inspected for the first time: its history can be read now. */
  opened: boolean;
}

/** A turn of the task that reads groups. */
export interface ReadTurn {
  signal: AbortSignal;
  /** There is not enough time left to take on more. */
  isOver(): boolean;
}

/** Kept with what was being read when the task was cut off. */
const cutOff = 'The read was cut off: the time of the task was over';

/** Reads what is due of one group, window by window. */
export class GroupReader {
  readonly #clock: Clock;
  readonly #groups: GroupStore;
  readonly #windows: WindowStore;
  readonly #reader: WindowReader;
  /** When inspecting a known group failed: its long windows must not wait for that. */
  readonly #inspectionFailedAt = new Map<string, number>();

  constructor(options: {
    clock: Clock;
    groups: GroupStore;
    windows: WindowStore;
    reader: WindowReader;
  }) {
    this.#clock = options.clock;
    this.#groups = options.groups;
    this.#windows = options.windows;
    this.#reader = options.reader;
  }

  /** Those first that have waited longest for their turn: the last may miss it. */
  async inTurn(plans: readonly SliGroupPlan[]): Promise<SliGroupPlan[]> {
    const attempts = await this.#windows.listLastAttempts();
    const lastOf = ({ group }: SliGroupPlan) =>
      attempts.get(group.id)?.getTime() ?? 0;
    return [...plans].sort((a, b) => lastOf(a) - lastOf(b));
  }

  /**
   * What was being read when the task is cut off has failed, as has what a
   * source refuses; the result tells what was read until then.
   *
   * @param values - label values of the entities that have an SLO of the group
   */
  async refresh(
    plan: SliGroupPlan,
    values: string[],
    turn: ReadTurn,
  ): Promise<CycleResult> {
    const now = this.#clock();
    const known = await this.#groups.get(plan.group.id);
    const status = await this.#windows.list(plan.group.id);
    const inspecting =
      isInspectionDue(known, now) && !this.#failedOfLate(plan, now);
    const due = dueWindows({
      windows: plan.windows,
      status,
      now,
      delaySeconds: plan.source.evaluationDelaySeconds,
      phaseSeconds: plan.phaseSeconds,
      inspecting,
    });
    const result: CycleResult = {
      read: [],
      failed: [],
      problems: [...(known?.problems ?? [])],
      opened: false,
    };
    if (values.length === 0 || due.length === 0) {
      return result;
    }
    const inspected = inspecting
      ? await this.#inspect(plan, known, now, turn.signal)
      : known;
    if (!inspected || 'failure' in inspected) {
      const failure = inspected?.failure ?? 'The group was not inspected';
      return this.#failAll(result, plan, due, failure);
    }
    result.problems = [...inspected.problems];
    result.opened = known === undefined;
    await this.#readAll(due, result, turn, {
      plan,
      values,
      inspection: inspected,
      status,
      signal: turn.signal,
      reads: new Map(),
      onProblem: problem => result.problems.push(problem),
    });
    return result;
  }

  /** When inspecting fails, what was known before still serves. */
  async #inspect(
    plan: SliGroupPlan,
    known: GroupInspection | undefined,
    now: Date,
    signal: AbortSignal,
  ): Promise<GroupInspection | { failure: string }> {
    try {
      return await inspectGroup(plan, {
        groups: this.#groups,
        known,
        now,
        signal,
      });
    } catch (error) {
      if (!known) {
        return { failure: signal.aborted ? cutOff : describeFailure(error) };
      }
      this.#inspectionFailedAt.set(plan.group.id, now.getTime());
      return known;
    }
  }

  #failedOfLate({ group }: SliGroupPlan, now: Date): boolean {
    const failedAt = this.#inspectionFailedAt.get(group.id) ?? 0;
    return !isOlderThan(failedAt, inspectPauseSeconds * 1000, now);
  }

  async #readAll(
    due: DueWindow[],
    result: CycleResult,
    turn: ReadTurn,
    cycle: GroupCycle,
  ): Promise<void> {
    let answered = false;
    for (const [index, window] of due.entries()) {
      if (turn.isOver()) {
        return;
      }
      try {
        const { keptBecause } = await this.#reader.read(cycle, window);
        answered = true;
        if (keptBecause === undefined) {
          result.read.push(window.window);
        } else {
          await this.#failAll(
            result,
            cycle.plan,
            [window],
            shortenMessage(keptBecause),
          );
        }
      } catch (error) {
        if (turn.signal.aborted) {
          await this.#failAll(result, cycle.plan, [window], cutOff);
          return;
        }
        // A source that answers nothing is not asked eight times over.
        const failed = answered ? [window] : due.slice(index);
        await this.#failAll(result, cycle.plan, failed, describeFailure(error));
        if (!answered) {
          return;
        }
      }
    }
  }

  async #failAll(
    result: CycleResult,
    plan: SliGroupPlan,
    windows: DueWindow[],
    message: string,
  ): Promise<CycleResult> {
    for (const { window } of windows) {
      await this.#windows.recordFailure(plan.group.id, window, {
        attemptedAt: this.#clock(),
        message,
      });
      result.failed.push({ window, message });
    }
    return result;
  }
}
