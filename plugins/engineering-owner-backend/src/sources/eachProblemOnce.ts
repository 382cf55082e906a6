import { Problem } from '@engineering-owner/backstage-plugin-common';

/** What several say in the same words is one problem. */
export function eachProblemOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(each => [each.message, each])).values()];
}
