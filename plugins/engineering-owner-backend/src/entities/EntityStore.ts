import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { isKeyText } from '../store/isKeyText';
import { EntityRecord } from './EntityRecord';

interface EntityRow {
  entity_ref: string;
  kind: string;
  email: string | null;
  hash: string;
  data: string;
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
      .map(toRow)
      .filter(row => stored.get(row.entity_ref) !== row.hash);
    for (const chunk of inChunks(changed)) {
      await this.#knex<EntityRow>('entities')
        .insert(chunk)
        .onConflict('entity_ref')
        .merge();
    }
    const present = new Set(records.map(({ entityRef }) => entityRef));
    const gone = [...stored.keys()].filter(ref => !present.has(ref));
    for (const chunk of inChunks(gone)) {
      await this.#knex('entities').whereIn('entity_ref', chunk).delete();
    }
  }
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
