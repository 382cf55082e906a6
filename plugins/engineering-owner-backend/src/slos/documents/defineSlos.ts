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
  originOf: (slo: Pick<OpenSloDefinition, 'document'>) => SloOrigin,
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
    definitions: [
      ...profile.definitions.map(each => {
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
      ...profile.refused.map(each => {
        const { document, written, reason, ...rest } = each;
        const definedBy = originOf(each);
        return {
          definition: {
            ...rest,
            definedBy,
            indicator: written,
            indicatorPlace: definedBy.place,
            source: { type: 'prometheus' as const },
            refused: toProblem(reason),
          },
          file: document.file,
        };
      }),
    ],
    problems: [...problems, ...profile.problems].map(problem => ({
      problem: toProblem(problem),
      file: problem.document.file,
    })),
  };
}

/**
 * Refuses names that several definitions of an entity end up with, such as
 * `a-1` beside the first of two objectives of `a`; each is told with both places.
 * What cannot be measured takes no name from what can.
 */
export function refuseTakenNames(definitions: DocumentDefinition[]): {
  definitions: DocumentDefinition[];
  problems: Problem[];
} {
  const owners = new Map<string, DocumentDefinition[]>();
  for (const each of definitions) {
    owners.set(each.name, [...(owners.get(each.name) ?? []), each]);
  }
  const all = [...owners.values()].map(same => {
    const sound = same.filter(({ refused }) => refused === undefined);
    return sound.length > 0 ? sound : same.slice(0, 1);
  });
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
