import { Problem } from '@engineering-owner/backstage-plugin-common';
import { soleValue } from '@engineering-owner/backstage-plugin-node';
import { SloMember } from './matchTemplate';
import { naming } from './namedEntities';
import { wordAmbiguous } from './wordAmbiguous';

/** So many of those that share a value are named. */
const mostNamed = 3;

/**
 * Marks entities that share a label value: their events cannot be told apart,
 * so none of them may show the sum as its own. A definition of one entity alone
 * has no such value: entities that share it mean the same events.
 */
export function refuseAmbiguous(members: SloMember[]): SloMember[] {
  const owners = new Map<string, Set<string>>();
  const keyOf = (member: SloMember) =>
    member.entityValue === undefined || member.entityValue === soleValue
      ? undefined
      : JSON.stringify([member.groupId, member.entityValue]);
  for (const member of members) {
    const key = keyOf(member);
    if (key) {
      owners.set(key, (owners.get(key) ?? new Set()).add(member.entityRef));
    }
  }
  return members.map(member => {
    const key = keyOf(member);
    const others = [...((key && owners.get(key)) || [])].filter(
      ref => ref !== member.entityRef,
    );
    if (others.length === 0) {
      return member;
    }
    const problem: Problem = {
      code: 'entity_ambiguous',
      severity: 'error',
      message: '',
      params: {
        value: member.entityValue ?? '',
        entityRef: member.entityRef,
        others: others.length,
      },
    };
    return {
      ...member,
      invalid: naming(wordAmbiguous(problem, []), others.slice(0, mostNamed)),
    };
  });
}
