import { Problem } from '@engineering-owner/backstage-plugin-common';

/** An error in a definition, at its place in the configuration. */
export function definitionProblem(
  place: string,
  message: string,
  params: Problem['params'] = {},
): Problem {
  return {
    code: 'sli_definition_invalid',
    severity: 'error',
    message: `${place}: ${message}`,
    params: { place, ...params },
  };
}
