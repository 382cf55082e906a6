import {
  OwnerFacts,
  OwnershipFacts,
  ResolvedRoles,
  RoleHolderFacts,
} from '@engineering-owner/backstage-plugin-common';
import { EntityStore } from '../entities/EntityStore';
import { EntityRecord } from '../entities/EntityRecord';
import { EntityLine } from '../entities/readLine';
import { groupsOf } from './groupsOf';
import { holderRefs } from './holderRefs';
import { readOwnerRef } from './ownerRef';
import { readProfile } from './profile';

const kindsWithoutOwner = ['user', 'group'];

/**
 * What the plugin knows about those an entity names. Somebody who exists and
 * whom the caller may not read is left out, so nothing is judged about them.
 */
export async function gatherFacts(options: {
  entities: EntityStore;
  /** The catalog was read at least once: who is not in the store does not exist. */
  entitiesRead: boolean;
  line: EntityLine;
  roles: ResolvedRoles;
  mayRead: (entityRef: string) => boolean;
}): Promise<Omit<OwnershipFacts, 'onEscalationPolicy'>> {
  const { entities, entitiesRead, line, roles, mayRead } = options;
  const owner = readOwnerRef(line.entity);
  const refs = holderRefs(roles);
  const records = await entities.getMany([
    ...new Set([
      ...refs,
      ...(owner.state === 'named' ? [owner.entityRef] : []),
    ]),
  ]);
  const byRef = new Map(records.map(record => [record.entityRef, record]));
  const groups = await groupsOf(
    entities,
    records.map(({ entity }) => entity),
  );

  const holders = new Map<string, RoleHolderFacts>();
  for (const ref of refs) {
    const record = byRef.get(ref);
    const kind = record && personKind(record);
    if (!kind && entitiesRead) {
      holders.set(ref, { exists: false });
    } else if (kind && mayRead(ref)) {
      holders.set(ref, {
        exists: true,
        kind,
        ...readProfile(record.entity),
        memberOf: groups(record.entity),
      });
    }
  }
  return { owner: ownerFacts(), holders };

  function ownerFacts(): OwnerFacts {
    if (kindsWithoutOwner.includes(line.entity.kind.toLocaleLowerCase())) {
      return { state: 'not_applicable' };
    }
    if (owner.state === 'missing') {
      return { state: 'missing' };
    }
    if (owner.state === 'no_ref') {
      return { state: 'not_found', value: owner.value };
    }
    const record = byRef.get(owner.entityRef);
    const kind = record && personKind(record);
    if (kind) {
      return { state: 'found', entityRef: owner.entityRef, kind };
    }
    return entitiesRead
      ? { state: 'not_found', value: owner.value }
      : { state: 'unknown' };
  }
}

function personKind(record: EntityRecord): 'user' | 'group' | undefined {
  const kind = record.entity.kind.toLocaleLowerCase('en-US');
  return kind === 'user' || kind === 'group' ? kind : undefined;
}
