import { JsonValue } from '@backstage/types';
import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { earlierNow } from '../../ingest/earlierNow';
import { DefinitionStore } from '../DefinitionStore';
import { GroupStore } from '../GroupStore';
import { SightingStore } from '../SightingStore';
import { SliGroupPlan } from '../SliGroupPlan';
import { DueLedger, dueLedger, isSettledRead } from './dueLedger';
import { IncompleteAnswer, refuseIncomplete } from './IncompleteAnswer';
import { DAY, dayOf, HOUR, startOfDay } from './LedgerDay';
import { LedgerStore } from './LedgerStore';
import { mergeDay, unjudgedValues } from './mergeDay';
import { refuseUnfinished } from './sourceClock';

/** Longer than the longest window and chart; what is older is forgotten. */
const keptDays = 460;

/**
 * Of values that no entity has, what no figure or chart would show is forgotten:
 * labels may have a new value for each preview of each change.
 */
const longestChart = 90 * DAY;

/** A day that could not be read is left alone for so long. */
const retryAfter = 5 * 60_000;

/**
 * So long at most a day that is answered incompletely is left alone. The wait
 * doubles up to it, so that days that stay incomplete let older ones pass.
 */
const longestRetryAfter = 60 * 60_000;

/**
 * Fills the ledger. A day costs two requests, one for the day as a whole and
 * one for its hours, whatever the number of entities.
 */
export class LedgerReader {
  readonly #clock: Clock;
  readonly #ledger: LedgerStore;
  readonly #groups: GroupStore;
  readonly #definitions: DefinitionStore;
  readonly #sightings: SightingStore;
  /** The day on which what is too old of a group was forgotten, by group. */
  readonly #prunedOn = new Map<string, string>();
  readonly #retries = new Map<string, { at: number; incomplete: number }>();
  /** Until when the back-fill of a group waits, by group. */
  readonly #groupRetries = new Map<string, number>();

  constructor(options: {
    clock: Clock;
    ledger: LedgerStore;
    groups: GroupStore;
    definitions: DefinitionStore;
    sightings: SightingStore;
  }) {
    this.#clock = options.clock;
    this.#ledger = options.ledger;
    this.#groups = options.groups;
    this.#definitions = options.definitions;
    this.#sightings = options.sightings;
  }

  /** What the ledger of a group lacks now, without what failed a moment ago. */
  async findDue(plan: SliGroupPlan): Promise<DueLedger> {
    const now = this.#settledNow(plan);
    const days = await this.#ledger.listDays(plan.group.id, {
      from: dayOf(now.getTime() - plan.longestSeconds * 1000 - DAY),
      to: dayOf(now),
    });
    const due = dueLedger({
      days,
      // Groups take turns in closing hours and days.
      now: new Date(now.getTime() - plan.closingSeconds * 1000),
      longestSeconds: plan.longestSeconds,
    });
    const isAhead = (time: number | undefined) => {
      const wait = (time ?? 0) - this.#clock().getTime();
      // A clock that was set back leaves times far ahead, which tell nothing.
      return wait > 0 && wait <= longestRetryAfter;
    };
    const isWaiting = (day: string) =>
      isAhead(this.#retries.get(`${plan.group.id} ${day}`)?.at);
    return {
      ...due,
      ...(due.hours && isWaiting(due.hours.day) && { hours: undefined }),
      days: due.days.filter(day => !isWaiting(day)),
      backfill:
        // What makes one day fail, such as its cost, most likely makes all.
        isAhead(this.#groupRetries.get(plan.group.id))
          ? []
          : due.backfill.filter(day => !isWaiting(day)),
    };
  }

  /**
   * Reads a closed day: as a whole and by the hour. False: the group has not
   * been inspected yet, which the readings' task does.
   *
   * @throws Error when it could not be read, the source says that data may be
   * missing, or the day is not over by its clock: nothing is written then, since
   * what the ledger holds counts as whole. The day stays due.
   */
  async readDay(
    plan: SliGroupPlan,
    day: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const from = new Date(startOfDay(day));
    const stretch = { from, to: new Date(from.getTime() + DAY) };
    return this.#read(plan, day, async inspection => {
      const whole = await plan.source.read(plan.group, inspection, stretch, {
        signal,
      });
      refuseIncomplete([whole], stretch);
      const hours = await this.#readHours(plan, inspection, stretch, signal);
      // Known once it has answered.
      const now = earlierNow(plan.source, this.#clock());
      refuseUnfinished(plan.source, stretch, { hours, now });
      const held = await this.#ledger.getDay(plan.group.id, day);
      const merged = mergeDay(held, { whole, hours });
      const again = held.day.readAt !== undefined;
      const settled =
        held.day.settledAt !== undefined ||
        (isSettledRead(day, now) &&
          // An old day without anything may be a store that was away just now.
          (again || whole.values.size > 0) &&
          !(await this.#hasMember(plan, unjudgedValues({ whole, hours }))));
      await this.#ledger.saveDay(plan.group.id, day, {
        ...merged,
        day: {
          ...merged.day,
          readAt: this.#clock(),
          ...(settled && { settledAt: held.day.settledAt ?? now }),
        },
      });
      await this.#recordSightings(plan, from, hours);
      await this.#prune(plan, now);
    });
  }

  async #hasMember(
    { group }: SliGroupPlan,
    values: ReadonlySet<string>,
  ): Promise<boolean> {
    const members = values.size
      ? await this.#definitions.listValuesOfGroup(group.id)
      : [];
    return members.some(value => values.has(value));
  }

  /**
   * Once a day and process: a back-fill reads hundreds of days in a row. Counted
   * from the newest day that has something, so that a clock that is far ahead
   * does not take everything for old.
   */
  async #prune({ group, longestSeconds }: SliGroupPlan, now: Date) {
    const today = dayOf(now);
    if (this.#prunedOn.get(group.id) === today) {
      return;
    }
    const newest = (await this.#ledger.newestDay()) ?? today;
    const end = Math.min(now.getTime(), startOfDay(newest) + DAY);
    if (![...this.#prunedOn.values()].includes(today)) {
      await this.#ledger.prune(dayOf(end - keptDays * DAY));
    }
    const looksBack = Math.max(longestSeconds * 1000, longestChart) + DAY;
    const before = dayOf(end - looksBack);
    await this.#ledger.pruneStrangers(group.id, before);
    await this.#sightings.pruneStrangers(group.id, before);
    this.#prunedOn.set(group.id, today);
  }

  /** Reads hours of the day that is going on; false and errors as with days. */
  async readHours(
    plan: SliGroupPlan,
    due: { day: string; from: Date; to: Date },
    signal: AbortSignal,
  ): Promise<boolean> {
    return this.#read(plan, due.day, async inspection => {
      const hours = await this.#readHours(plan, inspection, due, signal);
      const now = earlierNow(plan.source, this.#clock());
      refuseUnfinished(plan.source, due, { hours, now });
      const held = await this.#ledger.getDay(plan.group.id, due.day);
      await this.#ledger.saveDay(
        plan.group.id,
        due.day,
        mergeDay(held, { hours }),
      );
      await this.#recordSightings(plan, new Date(startOfDay(due.day)), hours);
    });
  }

  async #read(
    plan: SliGroupPlan,
    day: string,
    read: (inspection: JsonValue) => Promise<void>,
  ): Promise<boolean> {
    const known = await this.#groups.get(plan.group.id);
    if (!known) {
      return false;
    }
    const key = `${plan.group.id} ${day}`;
    try {
      await read(known.inspection);
      this.#retries.delete(key);
      return true;
    } catch (error) {
      const now = this.#clock().getTime();
      const before = this.#retries.get(key)?.incomplete ?? 0;
      const incomplete = error instanceof IncompleteAnswer ? before + 1 : 0;
      const wait = retryAfter * 2 ** Math.max(0, incomplete - 1);
      this.#retries.set(key, {
        at: now + Math.min(wait, longestRetryAfter),
        incomplete,
      });
      if (incomplete === 0) {
        this.#groupRetries.set(plan.group.id, now + retryAfter);
      }
      throw error;
    }
  }

  async #readHours(
    plan: SliGroupPlan,
    inspection: JsonValue,
    stretch: { from: Date; to: Date },
    signal: AbortSignal,
  ): Promise<Map<number, GroupReading>> {
    const steps = await plan.source.readSteps(
      plan.group,
      inspection,
      { ...stretch, stepSeconds: HOUR / 1000 },
      { signal },
    );
    refuseIncomplete(
      steps.map(({ reading }) => reading),
      stretch,
    );
    return new Map(
      steps.map(({ from, reading }) => [from.getUTCHours(), reading]),
    );
  }

  async #recordSightings(
    plan: SliGroupPlan,
    midnight: Date,
    hours: ReadonlyMap<number, GroupReading>,
  ): Promise<void> {
    const seen = new Map<string, { first: Date; last: Date }>();
    const inOrder = [...hours].sort(([a], [b]) => a - b);
    for (const [hour, { values }] of inOrder) {
      const from = new Date(midnight.getTime() + hour * HOUR);
      const last = new Date(from.getTime() + HOUR);
      for (const value of values.keys()) {
        seen.set(value, { first: seen.get(value)?.first ?? from, last });
      }
    }
    await this.#sightings.recordLedger(plan.group.id, seen);
  }

  #settledNow(plan: SliGroupPlan): Date {
    return new Date(
      this.#clock().getTime() - plan.source.evaluationDelaySeconds * 1000,
    );
  }
}
