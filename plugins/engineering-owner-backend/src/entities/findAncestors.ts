import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** The fields that name an entity's parent, with the kind they mean. */
const parents = [
  { field: 'system', kind: 'system' },
  { field: 'domain', kind: 'domain' },
  { field: 'subdomainOf', kind: 'domain' },
] as const;

/**
 * The entities an entity inherits from, nearest first: its System, the
 * System's Domain, and the Domains that one is part of. Parents that are not in
 * the catalog end the line, and so does a circle of Domains.
 */
export function findAncestors(
  entity: Entity,
  entities: ReadonlyMap<string, Entity>,
): string[] {
  const ancestors: string[] = [];
  const seen = new Set([stringifyEntityRef(entity)]);
  let current: Entity | undefined = entity;
  while (current) {
    const parent = parentOf(current);
    if (!parent || seen.has(parent)) {
      break;
    }
    seen.add(parent);
    current = entities.get(parent);
    if (current) {
      ancestors.push(parent);
    }
  }
  return ancestors;
}

function parentOf(entity: Entity): string | undefined {
  for (const { field, kind } of parents) {
    const value = entity.spec?.[field];
    if (typeof value === 'string' && value) {
      return refOf(value, kind, entity);
    }
  }
  return undefined;
}

function refOf(value: string, defaultKind: string, entity: Entity) {
  try {
    return stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace || DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return undefined;
  }
}
