import { randomUUID } from 'node:crypto';
import {
  AlertPairStatus,
  alertPairSchema,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { parseJsonColumn } from '../store/jsonColumn';
import { keepKnown } from '../store/keepKnown';
import { writeChanged } from '../store/writeChanged';

interface PairRow {
  entity_ref: string;
  name: string;
  pairs: string;
}

/** An SLO's alert pairs as last judged. */
export interface JudgedPairs {
  entityRef: string;
  name: string;
  pairs: AlertPairStatus[];
}

/** The pairs of a group's SLOs as this process last read or wrote them. */
interface HeldPairs {
  /** Of the write they are from. */
  revision: string;
  byKey: Map<string, AlertPairStatus[]>;
}

/** Keeps since when an alert pair is in its state. */
export class PairStateStore {
  readonly #knex: Knex;
  readonly #held = new Map<string, HeldPairs>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string, name: string): Promise<AlertPairStatus[]> {
    const row = await this.#knex<PairRow>('slo_pair_states')
      .where({ entity_ref: entityRef, name })
      .first();
    return toPairs(row);
  }

  /**
   * By {@link pairKey}, of all SLOs of a group. Needed every minute, and read
   * again only when this process did not write, or read, what is there now.
   */
  async listOfGroup(
    groupId: string,
  ): Promise<ReadonlyMap<string, AlertPairStatus[]>> {
    const revision = toRevision(await revisionRow(this.#knex, groupId));
    const held = this.#held.get(groupId);
    if (held && held.revision === revision) {
      return held.byKey;
    }
    const rows: PairRow[] = await this.#knex<PairRow>(
      'slo_pair_states as states',
    )
      .join('slo_definitions as slos', join =>
        join
          .on('slos.entity_ref', 'states.entity_ref')
          .andOn('slos.name', 'states.name'),
      )
      .where('slos.group_id', groupId)
      .select('states.entity_ref', 'states.name', 'states.pairs');
    const byKey = new Map(
      rows.map(row => [
        pairKey({ entityRef: row.entity_ref, name: row.name }),
        toPairs(row),
      ]),
    );
    if (revision !== undefined) {
      this.#held.set(groupId, { revision, byKey });
    }
    return byKey;
  }

  /** Writes pairs of some SLOs of a group. */
  async save(groupId: string, judged: JudgedPairs[]): Promise<void> {
    if (judged.length === 0) {
      return;
    }
    const written = await this.#knex.transaction(async trx => {
      // Until it ends nobody else writes pairs of the group.
      const row = await revisionRow(trx, groupId).forUpdate();
      await writeChanged(trx, {
        table: 'slo_pair_states',
        common: {},
        key: ['entity_ref', 'name'],
        columns: { entity_ref: 'text', name: 'text', pairs: 'text' },
        rows: judged.map(({ entityRef, name, pairs }) => ({
          entity_ref: entityRef,
          name,
          pairs: JSON.stringify(pairs),
        })),
      });
      const pairs = randomUUID();
      await trx<RevisionRow>('slo_revisions')
        .where({ group_id: groupId })
        .update({ pairs });
      return { before: toRevision(row), after: row && { ...row, pairs } };
    });
    const held = this.#held.get(groupId);
    const revision = toRevision(written.after);
    if (revision !== undefined && held && held.revision === written.before) {
      judged.forEach(each => held.byKey.set(pairKey(each), each.pairs));
      this.#held.set(groupId, { revision, byKey: held.byKey });
    } else {
      this.#held.delete(groupId);
    }
  }

  /** Lets go of what is in memory of other groups. */
  keepInMemory(isKnown: (groupId: string) => boolean): void {
    keepKnown(this.#held, isKnown);
  }
}

interface RevisionRow {
  group_id: string;
  /** Changes with the definitions: pairs of those that went are gone too. */
  revision: string;
  pairs: string | null;
}

type Revision = Pick<RevisionRow, 'revision' | 'pairs'>;

function revisionRow(
  knex: Knex,
  groupId: string,
): Knex.QueryBuilder<RevisionRow, Revision | undefined> {
  return knex<RevisionRow>('slo_revisions')
    .where({ group_id: groupId })
    .first('revision', 'pairs');
}

function toRevision(row: Revision | undefined): string | undefined {
  return row && `${row.revision} ${row.pairs ?? ''}`;
}

/** Identifies an SLO among those of a group. */
export function pairKey(slo: { entityRef: string; name: string }): string {
  return `${slo.entityRef} ${slo.name}`;
}

function toPairs(row: PairRow | undefined): AlertPairStatus[] {
  return parseJsonColumn(z.array(alertPairSchema), row?.pairs) ?? [];
}
