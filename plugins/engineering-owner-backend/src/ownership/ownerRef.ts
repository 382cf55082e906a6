import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What `spec.owner` says: a bare name is a Group of the entity's namespace. */
export type OwnerRef =
  | { state: 'named'; entityRef: string; value: string }
  | { state: 'no_ref'; value: string }
  | { state: 'missing' };

/** Reads `spec.owner`. */
export function readOwnerRef(entity: Entity): OwnerRef {
  const value = entity.spec?.owner;
  if (typeof value !== 'string' || value.trim() === '') {
    return { state: 'missing' };
  }
  try {
    const ref = parseEntityRef(value.trim(), {
      defaultKind: 'group',
      defaultNamespace: entity.metadata.namespace || DEFAULT_NAMESPACE,
    });
    return { state: 'named', entityRef: stringifyEntityRef(ref), value };
  } catch {
    return { state: 'no_ref', value: value.slice(0, 200) };
  }
}
