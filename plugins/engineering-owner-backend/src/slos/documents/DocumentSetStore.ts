import { createHash } from 'node:crypto';
import {
  Problem,
  problemSchema,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { inChunks } from '../../store/inChunks';
import { parseJsonColumn } from '../../store/jsonColumn';
import {
  DocumentDefinition,
  documentDefinitionSchema,
} from './DocumentDefinition';

/** Where an entity has its documents from. */
export type DocumentOrigin = 'annotation' | 'catalog';

/** What the documents of an entity come to. */
export interface DocumentSet {
  entityRef: string;
  origin: DocumentOrigin;
  definitions: DocumentDefinition[];
  problems: Problem[];
}

/** Identifies one state of a set. */
export interface DocumentSetVersion {
  entityRef: string;
  origin: DocumentOrigin;
  hash: string;
}

interface SetRow {
  entity_ref: string;
  origin: DocumentOrigin;
  input: string;
  hash: string;
  changed_at: string;
  definitions: string;
  problems: string;
}

/** Keeps what the documents of each entity come to. */
export class DocumentSetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Differs from before when any set changed, came or went. */
  async getStamp(): Promise<string> {
    const row = await this.#knex<SetRow>('slo_document_sets')
      .max({ changed: 'changed_at' })
      .count({ sets: '*' })
      .first();
    return `${row?.changed ?? ''} ${row?.sets ?? 0}`;
  }

  async listVersions(): Promise<DocumentSetVersion[]> {
    const rows = await this.#knex<SetRow>('slo_document_sets').select(
      'entity_ref',
      'origin',
      'hash',
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      origin: row.origin,
      hash: row.hash,
    }));
  }

  /** What each entity's set was made from, by entity ref. */
  async listInputs(origin: DocumentOrigin): Promise<Map<string, string>> {
    const rows = await this.#knex<SetRow>('slo_document_sets')
      .select('entity_ref', 'input')
      .where({ origin });
    return new Map(rows.map(row => [row.entity_ref, row.input]));
  }

  async listOfEntities(entityRefs: readonly string[]): Promise<DocumentSet[]> {
    const sets: DocumentSet[] = [];
    for (const chunk of inChunks(entityRefs)) {
      const rows = await this.#knex<SetRow>('slo_document_sets')
        .whereIn('entity_ref', chunk)
        .orderBy(['entity_ref', 'origin']);
      sets.push(...rows.map(toSet));
    }
    return sets;
  }

  /**
   * Keeps sets, and forgets those of an origin that are not named. Writes only
   * what differs.
   *
   * @returns whether anything did
   */
  async replace(
    origin: DocumentOrigin,
    options: {
      sets: Array<Omit<DocumentSet, 'origin'> & { input: string }>;
      /** Entities whose set stays as it is. */
      unchanged: string[];
      at: Date;
    },
  ): Promise<boolean> {
    const { sets, unchanged, at } = options;
    const stored = new Map(
      (
        await this.#knex<SetRow>('slo_document_sets')
          .select('entity_ref', 'hash', 'input')
          .where({ origin })
      ).map(row => [row.entity_ref, row]),
    );
    const rows = sets.map(({ entityRef, input, ...data }): SetRow => {
      const definitions = JSON.stringify(data.definitions);
      const problems = JSON.stringify(data.problems);
      return {
        entity_ref: entityRef,
        origin,
        input,
        hash: createHash('sha256')
          .update(JSON.stringify([definitions, problems]))
          .digest('hex'),
        changed_at: at.toISOString(),
        definitions,
        problems,
      };
    });
    const changed = rows.filter(
      row => stored.get(row.entity_ref)?.hash !== row.hash,
    );
    for (const chunk of inChunks(changed, 200)) {
      await this.#knex<SetRow>('slo_document_sets')
        .insert(chunk)
        .onConflict(['entity_ref', 'origin'])
        .merge();
    }
    for (const { entity_ref, input, hash } of rows) {
      const before = stored.get(entity_ref);
      if (before?.hash === hash && before.input !== input) {
        await this.#knex<SetRow>('slo_document_sets')
          .where({ entity_ref, origin })
          .update({ input });
      }
    }
    const present = new Set([...unchanged, ...rows.map(row => row.entity_ref)]);
    const gone = [...stored.keys()].filter(ref => !present.has(ref));
    for (const chunk of inChunks(gone)) {
      await this.#knex<SetRow>('slo_document_sets')
        .where({ origin })
        .whereIn('entity_ref', chunk)
        .delete();
    }
    return changed.length > 0 || gone.length > 0;
  }
}

function toSet(row: SetRow): DocumentSet {
  return {
    entityRef: row.entity_ref,
    origin: row.origin,
    definitions:
      parseJsonColumn(z.array(documentDefinitionSchema), row.definitions) ?? [],
    problems: parseJsonColumn(z.array(problemSchema), row.problems) ?? [],
  };
}
