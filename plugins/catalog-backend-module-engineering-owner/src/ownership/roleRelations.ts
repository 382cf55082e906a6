import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import {
  parseRoles,
  RELATION_DEPUTY_OWNED_BY,
  RELATION_DEPUTY_OWNER_OF,
  RELATION_ENGINEERING_OWNED_BY,
  RELATION_ENGINEERING_OWNER_OF,
} from '@engineering-owner/backstage-plugin-common';

/**
 * Relations of the roles an entity declares itself. Inherited ones would need
 * the ancestors, which a processor cannot see.
 */
export function roleRelations(entity: Entity): EntityRelationSpec[] {
  const { primary, deputy } = parseRoles(entity);
  const self = getCompoundEntityRef(entity);
  const relations: EntityRelationSpec[] = [];
  for (const [role, ownedBy, ownerOf] of [
    [primary, RELATION_ENGINEERING_OWNED_BY, RELATION_ENGINEERING_OWNER_OF],
    [deputy, RELATION_DEPUTY_OWNED_BY, RELATION_DEPUTY_OWNER_OF],
  ] as const) {
    if (role.state === 'declared') {
      const holder = parseEntityRef(role.value);
      relations.push(
        { source: self, type: ownedBy, target: holder },
        { source: holder, type: ownerOf, target: self },
      );
    }
  }
  return relations;
}
