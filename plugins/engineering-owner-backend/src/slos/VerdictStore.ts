import { randomUUID } from 'node:crypto';
import {
  JudgedSlo,
  ReadingState,
  SloTone,
  sloVerdict,
  SloVerdictCode,
  verdictRank,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { keepKnown } from '../store/keepKnown';
import { ColumnType } from '../store/recordset';
import { writeChanged } from '../store/writeChanged';

/** Budgets are sorted by hundredths: a row need not be written for less. */
const remainingSteps = 100;

/** The verdict on an SLO as lists sort and filter by it. */
export interface StoredVerdict {
  entityRef: string;
  name: string;
  state: ReadingState;
  tone: SloTone;
  code: SloVerdictCode;
  rank: number;
  remaining: number | null;
}

const columns: Record<
  'entity_ref' | 'name' | 'state' | 'tone' | 'code' | 'rank' | 'remaining',
  ColumnType
> = {
  entity_ref: 'text',
  name: 'text',
  state: 'text',
  tone: 'text',
  code: 'text',
  rank: 'number',
  remaining: 'number',
};

/** What a list needs to know of an SLO as it was judged now. */
export function toVerdict(
  slo: JudgedSlo & { name: string },
  entityRef: string,
): StoredVerdict {
  const { tone, code } = sloVerdict(slo);
  return {
    entityRef,
    name: slo.name,
    state: slo.state,
    tone,
    code,
    rank: verdictRank({ tone, code }),
    remaining: slo.budget.known
      ? Math.round(slo.budget.remainingRatio * remainingSteps) / remainingSteps
      : null,
  };
}

/** Of an SLO whose definition is not understood. */
export function invalidVerdict(slo: {
  entityRef: string;
  name: string;
}): StoredVerdict {
  const { entityRef, name } = slo;
  const verdict = { tone: 'unknown', code: 'invalid' } as const;
  return {
    entityRef,
    name,
    state: 'invalid',
    ...verdict,
    rank: verdictRank(verdict),
    remaining: null,
  };
}

/** The verdicts on a group's SLOs as this process last wrote them. */
interface HeldVerdicts {
  /** Of the write they are from. */
  revision: string;
  /** Goes on from write to write: as many anew each minute are much to clear away. */
  byKey: Map<string, StoredVerdict>;
}

/** Keeps the verdict on every SLO, so that lists need not judge them all. */
export class VerdictStore {
  readonly #knex: Knex;
  readonly #held = new Map<string, HeldVerdicts>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Writes those that differ from what is stored. What this process wrote last
   * tells, while the group's revision stands: other replicas write too, and
   * definitions go and come again. Otherwise the database compares.
   *
   * @param verdicts - on all SLOs of the group
   */
  async save(groupId: string, verdicts: StoredVerdict[]): Promise<void> {
    const held = await this.#knex.transaction(async trx => {
      // Until it ends nobody else writes verdicts of the group.
      const row: { verdicts: string | null } | undefined = await trx(
        'slo_revisions',
      )
        .where({ group_id: groupId })
        .forUpdate()
        .first('verdicts');
      const before = this.#held.get(groupId);
      const known =
        row?.verdicts && row.verdicts === before?.revision ? before : undefined;
      const changed = known
        ? verdicts.filter(each => !isSame(each, known.byKey.get(keyOf(each))))
        : verdicts;
      if (known && changed.length === 0) {
        return { revision: known.revision, changed };
      }
      await writeChanged(trx, {
        table: 'slo_verdicts',
        common: {},
        key: ['entity_ref', 'name'],
        columns,
        rows: changed.map(({ entityRef, ...facts }) => ({
          entity_ref: entityRef,
          ...facts,
        })),
      });
      const revision = randomUUID();
      await trx('slo_revisions')
        .where({ group_id: groupId })
        .update({ verdicts: revision });
      return row && { revision, changed };
    });
    if (held) {
      this.#hold(groupId, held.revision, held.changed, verdicts.length);
    }
  }

  #hold(
    groupId: string,
    revision: string,
    changed: StoredVerdict[],
    count: number,
  ): void {
    const before = this.#held.get(groupId)?.byKey;
    // All of them, or of as many as before those that changed.
    const byKey =
      before && changed.length < count && before.size === count
        ? before
        : new Map<string, StoredVerdict>();
    changed.forEach(each => byKey.set(keyOf(each), each));
    this.#held.set(groupId, { revision, byKey });
  }

  /** Lets go of what is in memory of other groups. */
  keepInMemory(isKnown: (groupId: string) => boolean): void {
    keepKnown(this.#held, isKnown);
  }
}

function keyOf({ entityRef, name }: StoredVerdict): string {
  return `${entityRef} ${name}`;
}

function isSame(one: StoredVerdict, other: StoredVerdict | undefined): boolean {
  return (
    one.state === other?.state &&
    one.tone === other.tone &&
    one.code === other.code &&
    one.rank === other.rank &&
    one.remaining === other.remaining
  );
}
