import { JsonValue } from '@backstage/types';
import {
  Problem,
  problemSchema,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { parseJsonColumn } from '../store/jsonColumn';
import { keepKnown } from '../store/keepKnown';

/** What the source said must be known before a group is read. */
export interface GroupInspection {
  inspection: JsonValue;
  inspectedAt: Date;
  problems: Problem[];
  /** The last read met entities that the inspection does not know. */
  again: boolean;
}

type HeldInspection = Omit<GroupInspection, 'again'>;

interface GroupRow {
  id: string;
  inspection: string | null;
  inspected_at: string | null;
  inspect_again: boolean | number;
  problems: string;
}

/** Keeps the inspections of groups. */
export class GroupStore {
  readonly #knex: Knex;
  /** Inspections know every entity: parsed once, however often they are needed. */
  readonly #held = new Map<string, HeldInspection>();
  /** Inspections being fetched: many SLOs of a group ask at the same time. */
  readonly #fetching = new Map<
    string,
    { inspectedAt: string; inspection: Promise<HeldInspection | undefined> }
  >();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(groupId: string): Promise<GroupInspection | undefined> {
    const head = await this.#knex<GroupRow>('sli_groups')
      .where({ id: groupId })
      .first('inspected_at', 'inspect_again');
    if (!head?.inspected_at) {
      return undefined;
    }
    const held = this.#held.get(groupId);
    const inspected =
      held?.inspectedAt.getTime() === Date.parse(head.inspected_at)
        ? held
        : await this.#fetchOnce(groupId, head.inspected_at);
    return inspected && { ...inspected, again: Boolean(head.inspect_again) };
  }

  #fetchOnce(
    groupId: string,
    inspectedAt: string,
  ): Promise<HeldInspection | undefined> {
    const fetching = this.#fetching.get(groupId);
    if (fetching?.inspectedAt === inspectedAt) {
      return fetching.inspection;
    }
    const inspection = this.#fetch(groupId).finally(() => {
      if (this.#fetching.get(groupId)?.inspection === inspection) {
        this.#fetching.delete(groupId);
      }
    });
    this.#fetching.set(groupId, { inspectedAt, inspection });
    return inspection;
  }

  async #fetch(groupId: string): Promise<HeldInspection | undefined> {
    const row = await this.#knex<GroupRow>('sli_groups')
      .where({ id: groupId })
      .first();
    const inspection = parseJsonColumn(z.json(), row?.inspection);
    if (!row?.inspected_at || inspection === undefined) {
      return undefined;
    }
    const inspected = {
      inspection,
      inspectedAt: new Date(row.inspected_at),
      problems: parseJsonColumn(z.array(problemSchema), row.problems) ?? [],
    };
    this.#held.set(groupId, inspected);
    return inspected;
  }

  async save(
    groupId: string,
    inspected: { inspection: JsonValue; problems: Problem[]; at: Date },
  ): Promise<void> {
    await this.#knex<GroupRow>('sli_groups')
      .insert({
        id: groupId,
        inspection: JSON.stringify(inspected.inspection),
        inspected_at: inspected.at.toISOString(),
        inspect_again: false,
        problems: JSON.stringify(inspected.problems),
      })
      .onConflict('id')
      .merge();
  }

  /** Notes that the verdicts on a group's SLOs hold as of now. */
  async recordJudged(groupId: string, at: Date): Promise<void> {
    await this.#knex('sli_groups')
      .where({ id: groupId })
      .update({ judged_at: at.toISOString() });
  }

  async askAgain(groupId: string): Promise<void> {
    await this.#knex<GroupRow>('sli_groups')
      .where({ id: groupId })
      .update({ inspect_again: true });
  }

  /** Lets go of what is in memory of other groups. */
  keepInMemory(isKnown: (groupId: string) => boolean): void {
    keepKnown(this.#held, isKnown);
  }
}
