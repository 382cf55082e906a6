import { ANNOTATION_DEPUTY, ANNOTATION_PRIMARY } from './annotations';
import { OwnerFacts, OwnershipFacts, RoleHolderFacts } from './facts';
import { Resolved, ResolvedRoles } from './inherit';
import {
  ownershipProblem,
  OwnershipProblem,
  OwnershipProblemDetails,
  Role,
  worstFirst,
} from './problems';

/**
 * How it stands with one role. `unknown` is no verdict, neither good nor bad.
 *
 * @public
 */
export type RoleStanding =
  | { state: 'missing' }
  | { state: 'invalid'; from: string }
  | { state: 'unknown'; entityRef: string; from: string }
  | { state: 'not_found'; entityRef: string; from: string }
  | {
      state: 'held';
      entityRef: string;
      from: string;
      kind: 'user' | 'group';
      displayName?: string;
      email?: string;
      /** A group that is not the owner, or an owner that is no group: unknown. */
      inOwningGroup: 'yes' | 'no' | 'unknown';
      /** Groups are on no policy: unknown. */
      onEscalationPolicy: 'yes' | 'no' | 'unknown';
    };

/**
 * @public
 */
export interface OwnershipVerdict {
  primary: RoleStanding;
  deputy: RoleStanding;
  /** All of the resolved roles' problems and those found here, worst first. */
  problems: OwnershipProblem[];
}

/**
 * Judges the resolved roles by what is known about the people in them.
 *
 * @public
 */
export function judgeOwnership(
  roles: ResolvedRoles,
  facts: OwnershipFacts,
): OwnershipVerdict {
  const primary = standing(roles.primary, facts);
  const deputy = standing(roles.deputy, facts);
  const found: OwnershipProblemDetails[] = [
    ...ownerProblems(roles.entityRef, facts.owner),
    ...roleProblems('primary', primary, roles.entityRef, facts.owner),
    ...roleProblems('deputy', deputy, roles.entityRef, facts.owner),
  ];
  if (
    roles.primary.state === 'declared' &&
    roles.deputy.state === 'declared' &&
    roles.primary.value === roles.deputy.value
  ) {
    found.push({
      code: 'deputy_is_primary',
      params: {
        entityRef: roles.deputy.from,
        annotation: ANNOTATION_DEPUTY,
        holder: roles.deputy.value,
      },
    });
  }
  return {
    primary,
    deputy,
    problems: worstFirst([...roles.problems, ...found.map(ownershipProblem)]),
  };
}

function standing(role: Resolved<string>, facts: OwnershipFacts): RoleStanding {
  if (role.state === 'absent') return { state: 'missing' };
  if (role.state === 'invalid') return role;
  const { value: entityRef, from } = role;
  const holder = facts.holders.get(entityRef);
  if (!holder) return { state: 'unknown', entityRef, from };
  if (!holder.exists) return { state: 'not_found', entityRef, from };
  const { kind, displayName, email } = holder;
  return {
    state: 'held',
    entityRef,
    from,
    kind,
    ...(displayName && { displayName }),
    ...(email && { email }),
    inOwningGroup: inOwningGroup(entityRef, holder, facts.owner),
    onEscalationPolicy: onEscalationPolicy(entityRef, holder, facts),
  };
}

type ExistingHolder = Extract<RoleHolderFacts, { exists: true }>;

function inOwningGroup(
  entityRef: string,
  holder: ExistingHolder,
  owner: OwnerFacts,
): 'yes' | 'no' | 'unknown' {
  if (owner.state !== 'found') return 'unknown';
  if (owner.entityRef === entityRef) return 'yes';
  if (owner.kind !== 'group' || holder.kind !== 'user') return 'unknown';
  return holder.memberOf.includes(owner.entityRef) ? 'yes' : 'no';
}

function onEscalationPolicy(
  entityRef: string,
  holder: ExistingHolder,
  { onEscalationPolicy: people }: OwnershipFacts,
): 'yes' | 'no' | 'unknown' {
  if (!people || holder.kind !== 'user') return 'unknown';
  const names = new Set(people.map(each => each.toLocaleLowerCase('en-US')));
  if (names.has(entityRef)) return 'yes';
  // PagerDuty knows people by e-mail; without one there is nothing to compare.
  if (!holder.email) return 'unknown';
  return names.has(holder.email.toLocaleLowerCase('en-US')) ? 'yes' : 'no';
}

function ownerProblems(
  entityRef: string,
  owner: OwnerFacts,
): OwnershipProblemDetails[] {
  if (owner.state === 'missing') {
    return [{ code: 'owner_missing', params: { entityRef } }];
  }
  return owner.state === 'not_found'
    ? [{ code: 'owner_not_found', params: { entityRef, value: owner.value } }]
    : [];
}

function roleProblems(
  role: Role,
  verdict: RoleStanding,
  entityRef: string,
  owner: OwnerFacts,
): OwnershipProblemDetails[] {
  const annotation =
    role === 'primary' ? ANNOTATION_PRIMARY : ANNOTATION_DEPUTY;
  if (verdict.state === 'missing') {
    return [{ code: 'role_missing', params: { entityRef, annotation, role } }];
  }
  // An invalid one is reported where it was read; an unknown one is no verdict.
  if (verdict.state === 'invalid' || verdict.state === 'unknown') return [];

  const params = {
    entityRef: verdict.from,
    annotation,
    role,
    holder: verdict.entityRef,
  };
  if (verdict.state === 'not_found') {
    return [{ code: 'role_not_found', params }];
  }
  const problems: OwnershipProblemDetails[] = [];
  if (verdict.inOwningGroup === 'no' && owner.state === 'found') {
    problems.push({
      code: 'role_not_in_owner_group',
      params: { ...params, owner: owner.entityRef },
    });
  }
  if (verdict.onEscalationPolicy === 'no') {
    problems.push({ code: 'role_not_on_escalation_policy', params });
  }
  return problems;
}
