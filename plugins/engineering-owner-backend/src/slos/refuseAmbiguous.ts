import { soleValue } from '@engineering-owner/backstage-plugin-node';
import { SloMember } from './matchTemplate';

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
    return {
      ...member,
      invalid: {
        code: 'entity_ambiguous',
        severity: 'error',
        message: `"${member.entityValue}" is the label value of ${
          member.entityRef
        } and of ${others
          .slice(0, 3)
          .join(
            ', ',
          )}; their events cannot be told apart. Give each its own value, or narrow the template's filter`,
        params: { value: member.entityValue ?? '', others: others.length },
      },
    };
  });
}
