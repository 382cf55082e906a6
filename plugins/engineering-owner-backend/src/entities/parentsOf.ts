import { readOwnerRef } from '../ownership/ownerRef';
import { EntityRecord } from './EntityRecord';

/** How an entity belongs to another. */
export type ParentRelation = 'owner' | 'whole';

/** What an entity belongs to: who owns it, and what it is part of. */
export function parentsOf({
  entity,
  ancestors,
}: EntityRecord): Array<{ relation: ParentRelation; parentRef: string }> {
  const owner = readOwnerRef(entity);
  return [
    ...(owner.state === 'named'
      ? [{ relation: 'owner' as const, parentRef: owner.entityRef }]
      : []),
    ...ancestors.map(parentRef => ({ relation: 'whole' as const, parentRef })),
  ];
}
