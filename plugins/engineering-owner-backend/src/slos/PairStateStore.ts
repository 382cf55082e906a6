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

interface ParsedPairs {
  text: string;
  pairs: AlertPairStatus[];
}

/** Keeps since when an alert pair is in its state. */
export class PairStateStore {
  readonly #knex: Knex;
  /** Pairs of groups as last parsed, by their text: most stay what they were. */
  readonly #parsed = new Map<string, Map<string, ParsedPairs>>();

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
    const before = this.#parsed.get(groupId);
    const parsed = new Map(
      rows.map((row: PairRow) => {
        const key = pairKey({ entityRef: row.entity_ref, name: row.name });
        return [key, parseAgain(row, before?.get(key))];
      }),
    );
    this.#parsed.set(groupId, parsed);
    return new Map([...parsed].map(([key, { pairs }]) => [key, pairs]));
  }

  async save(judged: JudgedPairs[]): Promise<void> {
    await writeChanged(this.#knex, {
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
  }

  /** Lets go of what is in memory of other groups. */
  keepInMemory(isKnown: (groupId: string) => boolean): void {
    keepKnown(this.#parsed, isKnown);
  }
}

function parseAgain(
  row: PairRow,
  before: ParsedPairs | undefined,
): ParsedPairs {
  return before?.text === row.pairs
    ? before
    : { text: row.pairs, pairs: toPairs(row) };
}

/** Identifies an SLO among those of a group. */
export function pairKey(slo: { entityRef: string; name: string }): string {
  return `${slo.entityRef} ${slo.name}`;
}

function toPairs(row: PairRow | undefined): AlertPairStatus[] {
  return parseJsonColumn(z.array(alertPairSchema), row?.pairs) ?? [];
}
