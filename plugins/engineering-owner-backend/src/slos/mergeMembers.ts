import { Problem, SloOrigin } from '@engineering-owner/backstage-plugin-common';
import { SloMember } from './matchTemplate';

const precedence: Array<SloOrigin['type']> = ['template', 'document', 'entity'];

/**
 * Each name of an entity once. Where a template, a document and an entity give
 * the same name, the first of them in this order keeps it, those that their
 * source refuses last; both places are told.
 */
export function mergeMembers(members: readonly SloMember[]): {
  members: SloMember[];
  problems: Problem[];
} {
  const kept = new Map<string, SloMember>();
  const problems: Problem[] = [];
  // What cannot be measured takes no name from what can.
  const rank = (member: SloMember) =>
    (isSound(member) ? 0 : precedence.length) +
    precedence.indexOf(member.definition?.definedBy.type ?? 'template');
  // Sorting is stable: what is in the store comes before what is not yet.
  for (const member of [...members].sort((a, b) => rank(a) - rank(b))) {
    const key = JSON.stringify([member.entityRef, member.name]);
    const first = kept.get(key);
    if (!first) {
      kept.set(key, member);
    } else if (placeOf(first) !== placeOf(member)) {
      problems.push({
        code: 'slo_name_taken',
        severity: 'error',
        message: `${member.entityRef} has an SLO "${
          member.name
        }" from ${placeOf(first)} and another of that name from ${placeOf(
          member,
        )}; the first is used. Give one of them another name`,
        params: { name: member.name },
      });
      if (member.invalid && !isSound(member)) {
        problems.push(member.invalid);
      }
    }
  }
  return { members: [...kept.values()], problems };
}

function isSound({ definition, groupId }: SloMember): boolean {
  return definition !== undefined && groupId !== undefined;
}

function placeOf({ definition, invalid }: SloMember): string {
  if (definition) {
    const { type, place } = definition.definedBy;
    return type === 'entity' ? `the entity ${place}` : place;
  }
  const { place } = invalid?.params ?? {};
  return typeof place === 'string'
    ? place
    : 'a definition that is not understood';
}
