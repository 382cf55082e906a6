import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_SLI_SELECTOR,
  applyPrometheusProfile,
  checkOpenSlo,
  describeOpenSloProblem,
  OpenSloDefinition,
  OpenSloProblem,
  Problem,
  SloDefinition,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import {
  SliGroup,
  SliSource,
  SliTemplate,
  soleValue,
} from '@engineering-owner/backstage-plugin-node';
import { isKeyText } from '../../store/isKeyText';
import { noSource } from '../compileTemplates';
import { findSource } from '../findSource';
import { PreviewRequest, PreviewTemplate } from './previewRequest';

/** More are left out, and named. */
const mostSlos = 5;

/** A definition that can be evaluated. */
export interface PreviewCandidate {
  definition: SloDefinition;
  source: SliSource;
  entityValue: string;
  /** Reads the one entity alone. */
  pinned: SliGroup;
  /** As a template in app-config would be compiled; perhaps it is read already. */
  shared: SliGroup;
}

/** What the definitions mean, and what is wrong with the others. Asks nobody. */
export function findCandidates(
  request: PreviewRequest,
  entity: Entity,
  sources: SliSource[],
): { candidates: PreviewCandidate[]; problems: Problem[] } {
  const found =
    'template' in request
      ? [fromTemplate(request.template, request.entityRef, entity, sources)]
      : fromDocuments(request.definitions, request.entityRef, entity, sources);
  const candidates = found.flatMap(each =>
    'definition' in each ? [each] : [],
  );
  const problems = found.flatMap(each => ('definition' in each ? [] : [each]));
  if (candidates.length > mostSlos) {
    const left = candidates.slice(mostSlos);
    problems.push({
      code: 'preview_too_many',
      severity: 'warning',
      message: `Of ${
        candidates.length
      } objectives the first ${mostSlos} are evaluated; left out: ${left
        .slice(0, 10)
        .map(({ definition }) => definition.name)
        .join(', ')}`,
      params: { left: left.length },
    });
  }
  return { candidates: candidates.slice(0, mostSlos), problems };
}

function fromTemplate(
  template: PreviewTemplate,
  entityRef: string,
  entity: Entity,
  sources: SliSource[],
): PreviewCandidate | Problem {
  const { entityLabel, objective, window, prometheus } = template;
  const name = 'preview';
  const value = entity.metadata.name;
  if (entityLabel !== undefined && !isKeyText(value)) {
    return {
      code: 'entity_value_invalid',
      severity: 'error',
      message: `The name of ${entityRef} cannot be the value of a label`,
    };
  }
  return compile(
    {
      name,
      place: 'template',
      indicator: template.indicator,
      ...(entityLabel !== undefined && { entityLabel }),
    },
    {
      wanted: prometheus ? { type: 'prometheus', name: prometheus } : undefined,
      entity,
      sources,
      describe: {
        entityRef,
        name,
        title: name,
        objective,
        window,
        definedBy: { type: 'template', name, place: 'template' },
      },
    },
  );
}

function fromDocuments(
  text: string,
  entityRef: string,
  entity: Entity,
  sources: SliSource[],
): Array<PreviewCandidate | Problem> {
  const { documents, problems } = checkOpenSlo(text);
  const profile = applyPrometheusProfile(documents);
  return [
    ...[...problems, ...profile.problems].map(toProblem),
    ...profile.definitions.map(each =>
      fromDefinition(each, entityRef, entity, sources),
    ),
  ];
}

function fromDefinition(
  {
    name,
    title,
    objective,
    window,
    source,
    indicator,
    document,
  }: OpenSloDefinition,
  entityRef: string,
  entity: Entity,
  sources: SliSource[],
): PreviewCandidate | Problem {
  const line = document.locate?.(['metadata', 'name'])?.line;
  const place = line === undefined ? 'definitions' : `definitions:${line}`;
  return compile(
    { name, place, indicator },
    {
      wanted: source.name
        ? { type: source.type, name: source.name }
        : undefined,
      entity,
      sources,
      describe: {
        entityRef,
        name,
        title,
        objective,
        window,
        definedBy: {
          type: 'document',
          name: document.name,
          place,
          ...(line !== undefined && { line }),
        },
      },
    },
  );
}

function compile(
  template: SliTemplate,
  options: {
    wanted: SourceRef | undefined;
    entity: Entity;
    sources: SliSource[];
    describe: Omit<SloDefinition, 'indicator' | 'source'>;
  },
): PreviewCandidate | Problem {
  const { wanted, entity, sources, describe } = options;
  const { name, place, entityLabel } = template;
  const source = findSource(wanted ?? {}, sources);
  if (!source) {
    return noSource({ name, place, source: wanted }, sources);
  }
  const own = entity.metadata.annotations?.[ANNOTATION_SLI_SELECTOR];
  const entityValue =
    entityLabel === undefined ? soleValue : entity.metadata.name;
  const shared = source.compile({ ...template, ...selectorOf(own) });
  const pinned = source.compile({
    ...template,
    ...selectorOf(
      // The escapes of JSON are those of PromQL.
      ...(entityLabel === undefined
        ? []
        : [`${entityLabel}=${JSON.stringify(entityValue)}`]),
      own,
    ),
  });
  if (!shared.ok) {
    return shared.problem;
  }
  if (!pinned.ok) {
    return pinned.problem;
  }
  return {
    source,
    entityValue,
    shared: shared.group,
    pinned: pinned.group,
    definition: {
      ...describe,
      indicator: shared.group.indicator,
      source: source.source,
    },
  };
}

function selectorOf(
  ...matchers: Array<string | undefined>
): Pick<SliTemplate, 'selector'> {
  const given = matchers.filter(each => each !== undefined && each !== '');
  return given.length
    ? {
        selector: {
          text: given.join(','),
          place: `annotation ${ANNOTATION_SLI_SELECTOR}`,
        },
      }
    : {};
}

function toProblem(problem: OpenSloProblem): Problem {
  const { code, severity, line, column, path } = problem;
  return {
    code,
    severity,
    message: describeOpenSloProblem(problem),
    params: {
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(path && { path }),
    },
  };
}
