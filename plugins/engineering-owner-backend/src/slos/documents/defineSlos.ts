import {
  applyPrometheusProfile,
  OpenSloDefinition,
  OpenSloSource,
  Problem,
  SloOrigin,
  validateOpenSlo,
} from '@engineering-owner/backstage-plugin-common';
import { DocumentDefinition } from './DocumentDefinition';
import { toProblem } from './toProblem';

/**
 * What documents that belong together define: judged by the rules of OpenSLO,
 * then by what Prometheus can be asked.
 */
export function defineSlos(
  sources: OpenSloSource[],
  originOf: (definition: OpenSloDefinition) => SloOrigin,
): {
  definitions: Array<{
    definition: DocumentDefinition;
    /** The file of the document, as its source says. */
    file?: string;
  }>;
  problems: Array<{ problem: Problem; file?: string }>;
} {
  const { documents, problems } = validateOpenSlo(sources);
  const profile = applyPrometheusProfile(documents);
  return {
    definitions: profile.definitions.map(each => {
      const { document, indicatorAt, service: _, ...rest } = each;
      const { file, line } = indicatorAt;
      const definedBy = originOf(each);
      return {
        definition: {
          ...rest,
          definedBy,
          indicatorPlace:
            file !== undefined && line !== undefined
              ? `${file}:${line}`
              : file ?? definedBy.place,
        },
        file: document.file,
      };
    }),
    problems: [...problems, ...profile.problems].map(problem => ({
      problem: toProblem(problem),
      file: problem.document.file,
    })),
  };
}

/**
 * Refuses names that several definitions of an entity end up with, such as
 * `a-1` beside the first of two objectives of `a`; each is told with both places.
 */
export function refuseTakenNames(definitions: DocumentDefinition[]): {
  definitions: DocumentDefinition[];
  problems: Problem[];
} {
  const owners = new Map<string, DocumentDefinition[]>();
  for (const each of definitions) {
    owners.set(each.name, [...(owners.get(each.name) ?? []), each]);
  }
  const all = [...owners.values()];
  return {
    definitions: all.flatMap(same => (same.length === 1 ? same : [])),
    problems: all
      .filter(same => same.length > 1)
      .map(same => ({
        code: 'slo_name_taken',
        severity: 'error',
        message: `The SLO "${same[0].name}" is defined ${
          same.length
        } times, ${same
          .slice(0, 3)
          .map(({ definedBy }) => `at ${definedBy.place}`)
          .join(' and ')}; none of them is used. Give each its own name`,
        params: { name: same[0].name },
      })),
  };
}
