import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  judgeOwnership,
  OwnershipProblem,
  OwnershipResponse,
  OwnOrInherited,
  Resolved,
  RoleHolder,
} from '@engineering-owner/backstage-plugin-common';
import { entitiesTaskName } from '../entities/createEntitiesTask';
import { EntityStore } from '../entities/EntityStore';
import { EntityLine } from '../entities/readLine';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { CurrentEscalation } from './CurrentEscalation';
import { gatherFacts } from './gatherFacts';
import { readOwnerRef } from './ownerRef';
import { resolveRoles } from './resolveRoles';
import { roleHolder } from './roleHolder';

/** What `getOwnership` needs. */
export interface OwnershipOptions {
  entities: EntityStore;
  escalation: CurrentEscalation;
  taskStatus: TaskStatusStore;
}

/**
 * Who answers for an entity the caller may read. Nobody and no ancestor is
 * described, named as the place of a mistake, or judged, whom the caller may
 * not read; an inherited holder stays, without where the name comes from.
 */
export async function getOwnership(
  options: OwnershipOptions,
  about: {
    line: EntityLine;
    /** Of `namedRefs`, those the caller may read. */
    visible: ReadonlyMap<string, Entity>;
    credentials: BackstageCredentials;
  },
): Promise<OwnershipResponse> {
  const { entities, escalation, taskStatus } = options;
  const { line, visible, credentials } = about;
  const { entityRef } = line;
  const roles = resolveRoles(line);
  const [status, current] = await Promise.all([
    taskStatus.get(entitiesTaskName),
    escalation.read(line, { credentials }),
  ]);
  const facts = await gatherFacts({
    entities,
    entitiesRead: status?.lastSuccessAt !== undefined,
    line,
    roles,
    mayRead: ref => visible.has(ref),
  });
  const { problems } = judgeOwnership(roles, {
    ...facts,
    ...(current.everybody && { onEscalationPolicy: current.everybody }),
  });

  const inheritedFrom = (from: string): { inheritedFrom?: string } =>
    from !== entityRef && visible.has(from) ? { inheritedFrom: from } : {};
  const holder = (role: Resolved<string>): RoleHolder | undefined =>
    role.state === 'declared'
      ? roleHolder(
          role.value,
          visible.get(role.value),
          inheritedFrom(role.from).inheritedFrom,
        )
      : undefined;
  const value = (said: Resolved<string>): OwnOrInherited<string> | undefined =>
    said.state === 'declared'
      ? { value: said.value, ...inheritedFrom(said.from) }
      : undefined;
  const isForCaller = ({ params }: OwnershipProblem) =>
    params.entityRef === entityRef || visible.has(params.entityRef);

  const owner = readOwnerRef(line.entity);
  const primary = holder(roles.primary);
  const deputy = holder(roles.deputy);
  const pattern = value(roles.pattern);
  const tier = value(roles.tier);
  return {
    entityRef,
    ...(status?.lastSuccessAt && { asOf: status.lastSuccessAt }),
    ...(owner.state === 'named' && {
      owner: roleHolder(owner.entityRef, visible.get(owner.entityRef)),
    }),
    ...(primary && { primary }),
    ...(deputy && { deputy }),
    ...(roles.boundary.state === 'declared' && {
      boundary: roles.boundary.value,
    }),
    ...(pattern && { pattern }),
    ...(tier && { tier }),
    escalation: current.levels,
    sections: { escalation: current.section },
    problems: problems.filter(isForCaller),
  };
}
