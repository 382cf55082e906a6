import {
  AlertPairStatus,
  alertPairSchema,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { inChunks } from '../store/inChunks';
import { parseJsonColumn } from '../store/jsonColumn';

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

/** Keeps since when an alert pair is in its state. */
export class PairStateStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string, name: string): Promise<AlertPairStatus[]> {
    const row = await this.#knex<PairRow>('slo_pair_states')
      .where({ entity_ref: entityRef, name })
      .first();
    return toPairs(row);
  }

  /** By entity and name, of all SLOs of a group. */
  async listOfGroup(groupId: string): Promise<Map<string, AlertPairStatus[]>> {
    const rows = await this.#knex<PairRow>('slo_pair_states as states')
      .join('slo_definitions as slos', join =>
        join
          .on('slos.entity_ref', 'states.entity_ref')
          .andOn('slos.name', 'states.name'),
      )
      .where('slos.group_id', groupId)
      .select('states.entity_ref', 'states.name', 'states.pairs');
    return new Map(
      rows.map((row: PairRow) => [
        pairKey({ entityRef: row.entity_ref, name: row.name }),
        toPairs(row),
      ]),
    );
  }

  async save(judged: JudgedPairs[]): Promise<void> {
    for (const chunk of inChunks(judged)) {
      await this.#knex<PairRow>('slo_pair_states')
        .insert(
          chunk.map(({ entityRef, name, pairs }) => ({
            entity_ref: entityRef,
            name,
            pairs: JSON.stringify(pairs),
          })),
        )
        .onConflict(['entity_ref', 'name'])
        .merge();
    }
  }
}

/** Identifies an SLO among those of a group. */
export function pairKey(slo: { entityRef: string; name: string }): string {
  return `${slo.entityRef} ${slo.name}`;
}

function toPairs(row: PairRow | undefined): AlertPairStatus[] {
  return parseJsonColumn(z.array(alertPairSchema), row?.pairs) ?? [];
}
