import { ResolvedRoles } from '@engineering-owner/backstage-plugin-common';
import { EntityLine } from '../entities/readLine';
import { readOwnerRef } from '../ownership/ownerRef';

/**
 * Everybody a runbook of the entity can rightly name as its owner: the owners
 * of the entity and of those it inherits runbooks from, and who holds a role.
 */
export function ownersOf(line: EntityLine, roles: ResolvedRoles): string[] {
  const owners = [
    line.entity,
    ...line.ancestors.map(({ entity }) => entity),
  ].flatMap(entity => {
    const owner = readOwnerRef(entity);
    return owner.state === 'named' ? [owner.entityRef] : [];
  });
  const holders = [roles.primary, roles.deputy].flatMap(role =>
    role.state === 'declared' ? [role.value] : [],
  );
  return [...new Set([...owners, ...holders])];
}
