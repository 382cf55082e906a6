import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EntityRecord } from './EntityRecord';
import { EntityStore } from './EntityStore';
import { EntityLine } from './readLine';
import { readVisible } from './readVisible';

/** Kinds that are run by somebody. */
const serviceKinds = ['component', 'api', 'resource'];
/** More would make an answer nobody can read; the first by their names are taken. */
export const mostBelonging = 2_000;
/** So many at most are asked for at once, and for one answer. */
const mostAskedAtOnce = 2_000;
const mostAsked = 10_000;
/** Groups within groups are followed so deep. */
const deepest = 10;

/** Kinds to which others belong. */
const portfolioKinds = ['group', 'user', 'system', 'domain'];

/** Whether an entity stands for all that belongs to it. */
export function isPortfolio({ kind }: Entity): boolean {
  return portfolioKinds.includes(kind.toLocaleLowerCase('en-US'));
}

/** What belongs to an entity, as far as the caller may read it. */
export interface Belonging {
  /** In the order of their refs. */
  lines: EntityLine[];
  /** There are more than are told. */
  cut: boolean;
}

/**
 * What belongs to an entity: what a Group and those within it own, what a User
 * and the Groups they are a member of own, what is part of a System or Domain.
 */
export async function readBelonging(
  request: {
    entity: Entity;
    entityRef: string;
    credentials: BackstageCredentials;
  },
  { entities, catalog }: { entities: EntityStore; catalog: CatalogService },
): Promise<Belonging> {
  const found = await listBelonging(request, entities);
  const { records, cut } = await takeVisible(found, catalog, request);
  const ancestors = new Map(
    (
      await entities.getMany([
        ...new Set(records.flatMap(record => record.ancestors)),
      ])
    ).map(ancestor => [ancestor.entityRef, ancestor]),
  );
  return {
    lines: records.map(record => ({
      entityRef: record.entityRef,
      entity: record.entity,
      ancestors: record.ancestors.flatMap(ref => ancestors.get(ref) ?? []),
    })),
    cut,
  };
}

/** The first that the caller may read: those they may not take nobody's place. */
async function takeVisible(
  found: readonly EntityRecord[],
  catalog: CatalogService,
  { credentials }: { credentials: BackstageCredentials },
): Promise<{ records: EntityRecord[]; cut: boolean }> {
  const records: EntityRecord[] = [];
  let asked = 0;
  while (
    asked < Math.min(found.length, mostAsked) &&
    records.length <= mostBelonging
  ) {
    const some = found.slice(asked, asked + mostAskedAtOnce);
    asked += some.length;
    const visible = await readVisible(
      catalog,
      some.map(({ entityRef }) => entityRef),
      { credentials, fields: [] },
    );
    records.push(...some.filter(({ entityRef }) => visible.has(entityRef)));
  }
  return {
    records: records.slice(0, mostBelonging),
    cut: records.length > mostBelonging || asked < found.length,
  };
}

async function listBelonging(
  { entity, entityRef }: { entity: Entity; entityRef: string },
  entities: EntityStore,
): Promise<EntityRecord[]> {
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'group':
      return entities.listChildren(
        'owner',
        await withGroupsWithin(entityRef, entities),
        serviceKinds,
      );
    case 'user': {
      const user = await entities.get(entityRef);
      return entities.listChildren(
        'owner',
        [entityRef, ...relatedTo(user, 'memberOf')],
        serviceKinds,
      );
    }
    default:
      return entities.listChildren('whole', [entityRef], serviceKinds);
  }
}

/** A Group and those within it; a circle of them ends. */
async function withGroupsWithin(
  groupRef: string,
  entities: EntityStore,
): Promise<string[]> {
  const found = new Set([groupRef]);
  let level = [groupRef];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const groups = await entities.getMany(level);
    level = groups
      .flatMap(group => relatedTo(group, 'parentOf'))
      .filter(ref => !found.has(ref));
    level.forEach(ref => found.add(ref));
  }
  return [...found];
}

function relatedTo(record: EntityRecord | undefined, type: string): string[] {
  return (record?.entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}
