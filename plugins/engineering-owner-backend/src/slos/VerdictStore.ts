import {
  JudgedSlo,
  ReadingState,
  SloTone,
  sloVerdict,
  SloVerdictCode,
  verdictRank,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
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

/** Keeps the verdict on every SLO, so that lists need not judge them all. */
export class VerdictStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Writes those that differ from what is stored. Only the database knows what
   * that is: other replicas write too, and definitions go and come again.
   */
  async save(verdicts: StoredVerdict[]): Promise<void> {
    await writeChanged(this.#knex, {
      table: 'slo_verdicts',
      common: {},
      key: ['entity_ref', 'name'],
      columns,
      rows: verdicts.map(({ entityRef, ...facts }) => ({
        entity_ref: entityRef,
        ...facts,
      })),
    });
  }
}
