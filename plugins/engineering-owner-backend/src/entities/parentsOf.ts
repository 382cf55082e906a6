import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityRecord } from './EntityRecord';

/** How an entity belongs to another. */
export type ParentRelation = 'owner' | 'whole';

/** What an entity belongs to: who owns it, and what it is part of. */
export function parentsOf({
  entity,
  ancestors,
}: EntityRecord): Array<{ relation: ParentRelation; parentRef: string }> {
  const owner = ownerOf(entity);
  return [
    ...(owner ? [{ relation: 'owner' as const, parentRef: owner }] : []),
    ...ancestors.map(parentRef => ({ relation: 'whole' as const, parentRef })),
  ];
}

/** As the catalog reads `spec.owner`: a Group unless it says otherwise. */
function ownerOf({ spec, metadata }: Entity): string | undefined {
  const owner = spec?.owner;
  if (typeof owner !== 'string' || !owner) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: metadata.namespace || DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return undefined;
  }
}
