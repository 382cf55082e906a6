import { createHash } from 'node:crypto';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { isKeyText } from '../store/isKeyText';
import { EntityRecord } from './EntityRecord';
import { ParentRelation, parentsOf } from './parentsOf';

interface EntityRow {
  entity_ref: string;
  kind: string;
  email: string | null;
  hash: string;
  data: string;
}

interface ParentRow {
  entity_ref: string;
  parent_ref: string;
  relation: ParentRelation;
}

/** The plugin's copy of what it needs of the catalog. */
export class EntityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string): Promise<EntityRecord | undefined> {
    const [record] = await this.getMany([entityRef]);
    return record;
  }

  /** In no particular order; those that do not exist are left out. */
  async getMany(entityRefs: string[]): Promise<EntityRecord[]> {
    const records: EntityRecord[] = [];
    for (const chunk of inChunks(entityRefs)) {
      const rows = await this.#knex<EntityRow>('entities').whereIn(
        'entity_ref',
        chunk,
      );
      records.push(...rows.map(toRecord));
    }
    return records;
  }

  /** The entity and those it inherits from, nearest first; empty if it does not exist. */
  async getLine(entityRef: string): Promise<EntityRecord[]> {
    const record = await this.get(entityRef);
    if (!record) {
      return [];
    }
    const ancestors = await this.getMany(record.ancestors);
    return [
      record,
      ...record.ancestors.flatMap(ref =>
        ancestors.filter(ancestor => ancestor.entityRef === ref),
      ),
    ];
  }

  /** All entities of some kinds, given in lower case. */
  async listByKind(kinds: string[]): Promise<EntityRecord[]> {
    const rows = await this.#knex<EntityRow>('entities')
      .whereIn('kind', kinds)
      .orderBy('entity_ref');
    return rows.map(toRecord);
  }

  /** Entities of some kinds, in lower case, that have an entity's name in other namespaces. */
  async listNamesakes(
    entityRef: string,
    kinds: string[],
  ): Promise<EntityRecord[]> {
    const { namespace, name } = parseEntityRef(entityRef);
    const rows = await this.#knex<EntityRow>('entities')
      .whereIn('kind', kinds)
      .where('entity_ref', 'like', `%/${name}`)
      .orderBy('entity_ref')
      .select('entity_ref');
    const namesakes = rows
      .map(row => row.entity_ref)
      // The pattern takes `_` for any letter.
      .filter(ref => parseEntityRef(ref).name === name)
      .filter(ref => parseEntityRef(ref).namespace !== namespace);
    return this.getMany(namesakes);
  }

  /** Entities of some kinds, in lower case, that belong to any of some others. */
  async listChildren(
    relation: ParentRelation,
    parentRefs: string[],
    kinds: string[],
  ): Promise<EntityRecord[]> {
    const records = new Map<string, EntityRecord>();
    for (const chunk of inChunks([...new Set(parentRefs)])) {
      const rows: EntityRow[] = await this.#knex<EntityRow>('entities')
        .whereIn('kind', kinds)
        .whereIn(
          'entity_ref',
          this.#knex<ParentRow>('entity_parents')
            .where({ relation })
            .whereIn('parent_ref', chunk)
            .select('entity_ref'),
        );
      rows.map(toRecord).forEach(each => records.set(each.entityRef, each));
    }
    return [...records.values()].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
  }

  /** Users by e-mail address, in any case. */
  async findUsersByEmail(emails: string[]): Promise<EntityRecord[]> {
    const wanted = [
      ...new Set(emails.map(email => email.toLowerCase()).filter(isKeyText)),
    ];
    const records: EntityRecord[] = [];
    for (const chunk of inChunks(wanted)) {
      const rows = await this.#knex<EntityRow>('entities')
        .where('kind', 'user')
        .whereIn('email', chunk)
        .orderBy('entity_ref');
      records.push(...rows.map(toRecord));
    }
    return records;
  }

  /** Makes the table hold exactly these entities, writing only what differs. */
  async replaceAll(records: EntityRecord[]): Promise<void> {
    const stored = new Map(
      (
        await this.#knex<EntityRow>('entities').select('entity_ref', 'hash')
      ).map(row => [row.entity_ref, row.hash]),
    );
    const changed = records
      .map(record => ({ record, row: toRow(record) }))
      .filter(({ row }) => stored.get(row.entity_ref) !== row.hash);
    for (const chunk of inChunks(changed)) {
      await this.#knex.transaction(async trx => {
        await deleteParents(
          trx,
          chunk.map(({ record }) => record.entityRef),
        );
        const parents = chunk.flatMap(({ record }) => toParentRows(record));
        for (const rows of inChunks(parents)) {
          await trx<ParentRow>('entity_parents').insert(rows);
        }
        await trx<EntityRow>('entities')
          .insert(chunk.map(({ row }) => row))
          .onConflict('entity_ref')
          .merge();
      });
    }
    const present = new Set(records.map(({ entityRef }) => entityRef));
    const gone = [...stored.keys()].filter(ref => !present.has(ref));
    for (const chunk of inChunks(gone)) {
      await this.#knex.transaction(async trx => {
        await deleteParents(trx, chunk);
        await trx('entities').whereIn('entity_ref', chunk).delete();
      });
    }
  }
}

async function deleteParents(
  trx: Knex.Transaction,
  entityRefs: string[],
): Promise<void> {
  await trx<ParentRow>('entity_parents')
    .whereIn('entity_ref', entityRefs)
    .delete();
}

function toParentRows(record: EntityRecord): ParentRow[] {
  const rows = parentsOf(record).map(
    ({ relation, parentRef }): ParentRow => ({
      entity_ref: record.entityRef,
      parent_ref: parentRef,
      relation,
    }),
  );
  const byKey = new Map(
    rows.map(row => [`${row.relation} ${row.parent_ref}`, row]),
  );
  return [...byKey.values()].filter(({ parent_ref }) => isKeyText(parent_ref));
}

function toRow(record: EntityRecord): EntityRow {
  const data = JSON.stringify({
    entity: record.entity,
    ancestors: record.ancestors,
  });
  return {
    entity_ref: record.entityRef,
    kind: record.entity.kind.toLocaleLowerCase('en-US'),
    email: emailOf(record.entity),
    hash: createHash('sha1').update(data).digest('hex'),
    data,
  };
}

function toRecord(row: EntityRow): EntityRecord {
  const data: Omit<EntityRecord, 'entityRef'> = JSON.parse(row.data);
  return { entityRef: row.entity_ref, ...data };
}

function emailOf(entity: Entity): string | null {
  const profile = entity.spec?.profile;
  if (
    profile &&
    typeof profile === 'object' &&
    !Array.isArray(profile) &&
    typeof profile.email === 'string'
  ) {
    const email = profile.email.toLocaleLowerCase('en-US');
    return isKeyText(email) ? email : null;
  }
  return null;
}
