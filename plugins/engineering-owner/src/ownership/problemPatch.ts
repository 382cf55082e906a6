import type { Problem } from '@engineering-owner/backstage-plugin-common';

function annotationPatch(annotation: string, value: string): string {
  return `metadata:\n  annotations:\n    ${annotation}: ${value}`;
}

/** A value of each annotation as it could stand there. */
const EXAMPLES: Record<string, string> = {
  'engineering-owner/primary': 'user:default/<name>',
  'engineering-owner/deputy': 'user:default/<name of somebody else>',
  'engineering-owner/boundary': 'https://<document>',
  'engineering-owner/pattern': 'service-first',
  'engineering-owner/tier': "'2'",
  'engineering-owner/runbooks': 'docs/runbooks/<file>.md',
  'engineering-owner/slos': 'slos/*.yaml',
  'engineering-owner/sli-selector': `'namespace="<name>"'`,
  'pagerduty.com/service-id': '<service id, e.g. PABC123>',
  'pagerduty.com/account': '<account>',
};

const OWNER = 'spec:\n  owner: group:default/<group>';

/**
 * The lines that put a problem right, to copy into the entity's file. Nothing
 * of the problem's own text gets into them but the names of annotations that
 * are known here. Undefined where removing the line is all there is to do.
 */
export function problemPatch(problem: Problem): string | undefined {
  switch (problem.code) {
    case 'owner_missing':
    case 'owner_not_found':
      return OWNER;
    case 'pagerduty_integration_key_in_catalog':
      return annotationPatch(
        'pagerduty.com/service-id',
        EXAMPLES['pagerduty.com/service-id'],
      );
    case 'annotation_unknown':
      return undefined;
    default: {
      const annotation = problem.params?.annotation;
      return typeof annotation === 'string' &&
        Object.hasOwn(EXAMPLES, annotation)
        ? annotationPatch(annotation, EXAMPLES[annotation])
        : undefined;
    }
  }
}
