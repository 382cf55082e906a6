import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { RoleHolder } from '@engineering-owner/backstage-plugin-common';
import { readProfile } from './profile';

/**
 * Somebody in a role, as the caller may see them.
 *
 * @param entity - as the caller read it; absent: not there, or not for the caller
 */
export function roleHolder(
  entityRef: string,
  entity: Entity | undefined,
  inheritedFrom?: string,
): RoleHolder {
  const { kind } = parseEntityRef(entityRef);
  return {
    entityRef,
    kind: kind === 'group' ? 'group' : 'user',
    ...(entity && readProfile(entity)),
    exists: entity !== undefined,
    ...(inheritedFrom && { inheritedFrom }),
  };
}
