import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
} from '@backstage/catalog-model';
import { EntityStore } from '../entities/EntityStore';

/** Deeper trees of groups than this are mistakes. */
const deepest = 10;

/**
 * The groups people are in: those they are members of, and the parents of
 * those groups all the way up, since whoever is in a squad is in its
 * department. By the relations the catalog makes of `spec.memberOf`,
 * `spec.members` and `spec.parent`.
 */
export async function groupsOf(
  entities: EntityStore,
  people: readonly Entity[],
): Promise<(person: Entity) => string[]> {
  const parents = new Map<string, string[]>();
  let unread = people.flatMap(person => targets(person, RELATION_MEMBER_OF));
  for (let depth = 0; unread.length > 0 && depth < deepest; depth++) {
    const groups = await entities.getMany([...new Set(unread)]);
    unread.forEach(ref => parents.set(ref, []));
    groups.forEach(({ entityRef, entity }) =>
      parents.set(entityRef, targets(entity, RELATION_CHILD_OF)),
    );
    unread = [...parents.values()].flat().filter(ref => !parents.has(ref));
  }
  return person => {
    const found = new Set<string>();
    const add = (ref: string) => {
      if (!found.has(ref)) {
        found.add(ref);
        parents.get(ref)?.forEach(add);
      }
    };
    targets(person, RELATION_MEMBER_OF).forEach(add);
    return [...found];
  };
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? []).flatMap(relation =>
    relation.type === type ? [relation.targetRef] : [],
  );
}
