import {
  Problem,
  SloDefinition,
} from '@engineering-owner/backstage-plugin-common';
import { SloMember } from './matchTemplate';
import { wordAmbiguous } from './wordAmbiguous';

/** Stands for an entity that a caller may not read. */
const unreadable = 'an entity that you may not read';

/**
 * A problem whose message names entities. It is stored once and shown to many:
 * who may read them is asked for when it is answered, see {@link wordProblem}.
 */
export function naming(problem: Problem, entityRefs: string[]): Problem {
  const refs = [...new Set(entityRefs)].join(',');
  return { ...problem, params: { ...problem.params, refs } };
}

/** The entities that what is known of an SLO names, besides its own. */
export function namedByMember({ definition, invalid }: SloMember): string[] {
  const origin = definition?.definedBy;
  return [
    ...(origin?.type === 'entity' ? [origin.place] : []),
    ...(invalid ? namedBy(invalid) : []),
  ];
}

/** The entities that a problem names. */
export function namedBy({ params }: Problem): string[] {
  return typeof params?.refs === 'string' && params.refs !== ''
    ? params.refs.split(',')
    : [];
}

/** A problem without the names of entities that the caller may not read. */
export function wordProblem(
  problem: Problem,
  mayRead: (entityRef: string) => boolean,
): Problem {
  const named = namedBy(problem);
  if (named.length === 0) {
    return problem;
  }
  const { refs: _, ...params } = problem.params ?? {};
  const told = { ...problem, params };
  if (problem.code === 'entity_ambiguous') {
    return wordAmbiguous(told, named.filter(mayRead));
  }
  return named.every(mayRead)
    ? told
    : {
        code: problem.code,
        severity: problem.severity,
        message: `An SLO here is from ${unreadable}, and there is a mistake in it; its own page tells those who may read it`,
      };
}

/** An SLO without the names of entities that the caller may not read. */
export function wordMember(
  member: SloMember,
  mayRead: (entityRef: string) => boolean,
): SloMember {
  const { definition, invalid } = member;
  return {
    ...member,
    ...(invalid && { invalid: wordProblem(invalid, mayRead) }),
    ...(definition && { definition: wordOrigin(definition, mayRead) }),
  };
}

function wordOrigin(
  definition: SloDefinition,
  mayRead: (entityRef: string) => boolean,
): SloDefinition {
  const { definedBy } = definition;
  return definedBy.type !== 'entity' || mayRead(definedBy.place)
    ? definition
    : { ...definition, definedBy: { ...definedBy, place: unreadable } };
}
