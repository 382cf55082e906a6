import { Problem } from '@engineering-owner/backstage-plugin-common';

/** Says who shares a label value, by the names that the caller may know. */
export function wordAmbiguous(problem: Problem, named: string[]): Problem {
  const { value, entityRef, others } = problem.params ?? {};
  const rest = Number(others) - named.length;
  const whom = [
    ...named,
    ...(rest > 0 ? [rest === 1 ? '1 other' : `${rest} others`] : []),
  ];
  return {
    ...problem,
    message: `"${value}" is the label value of ${entityRef} and of ${whom.join(
      ', ',
    )}; their events cannot be told apart. Give each its own value or its own engineering-owner/sli-selector, or narrow the template's filter`,
  };
}
