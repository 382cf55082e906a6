import { Problem } from '@engineering-owner/backstage-plugin-common';
import { soleValue } from '@engineering-owner/backstage-plugin-node';
import { SloMember } from './matchTemplate';
import { naming } from './namedEntities';
import { wordAmbiguous } from './wordAmbiguous';

/** So many of those that share a value are named. */
const mostNamed = 3;

/**
 * Marks entities that share a label value: their events cannot be told apart,
 * so none of them may show the sum as its own. Who narrows a template shares it
 * with those who narrow it alike; who does not counts the events of all of
 * them. A definition of one entity alone has no such value: entities that share
 * it mean the same events.
 */
export function refuseAmbiguous(members: SloMember[]): SloMember[] {
  const byGroup = ownersBy(members, ({ groupId }) => groupId);
  const byTemplate = ownersBy(members, ({ name }) => name);
  return members.map(member => {
    const sharing = new Set([
      ...byGroup(member),
      ...(member.selector === undefined ? byTemplate(member) : []),
    ]);
    sharing.delete(member.entityRef);
    const others = [...sharing];
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

/** Who has a member's value, within what the value is to be told apart in. */
function ownersBy(
  members: SloMember[],
  scopeOf: (member: SloMember) => string | undefined,
): (member: SloMember) => ReadonlySet<string> {
  const owners = new Map<string, Set<string>>();
  const keyOf = (member: SloMember) =>
    JSON.stringify([scopeOf(member), member.entityValue]);
  const isShared = ({ entityValue }: SloMember) =>
    entityValue !== undefined && entityValue !== soleValue;
  for (const member of members.filter(isShared)) {
    const key = keyOf(member);
    owners.set(key, (owners.get(key) ?? new Set()).add(member.entityRef));
  }
  return member => (isShared(member) && owners.get(keyOf(member))) || new Set();
}
