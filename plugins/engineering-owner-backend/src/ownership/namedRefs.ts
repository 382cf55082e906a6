import { EntityLine } from '../entities/readLine';
import { holderRefs } from './holderRefs';
import { readOwnerRef } from './ownerRef';
import { resolveRoles } from './resolveRoles';

/** Every entity an answer about ownership may name: ask the catalog for them as the caller. */
export function namedRefs(line: EntityLine): string[] {
  const owner = readOwnerRef(line.entity);
  return [
    ...line.ancestors.map(({ entityRef }) => entityRef),
    ...(owner.state === 'named' ? [owner.entityRef] : []),
    ...holderRefs(resolveRoles(line)),
  ];
}

/** The fields of them that are shown. */
export const namedFields = ['metadata.title', 'spec.profile'];
