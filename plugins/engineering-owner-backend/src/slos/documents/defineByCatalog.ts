import {
  DEFAULT_NAMESPACE,
  Entity,
  KubernetesValidatorFunctions,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  OpenSloSource,
  Problem,
  restoreOpenSloDocument,
} from '@engineering-owner/backstage-plugin-common';
import { naming } from '../namedEntities';
import { DocumentDefinition } from './DocumentDefinition';
import { defineSlos, refuseTakenNames } from './defineSlos';
import { DocumentSet } from './DocumentSetStore';
import { limitProblems } from './limitProblems';

/** Kinds that say something about what is measured, in lower case. */
export const measuredKinds = ['slo', 'sli', 'datasource'];

interface Found {
  definitions: DocumentDefinition[];
  problems: Problem[];
}

/**
 * What the OpenSLO documents that are catalog entities come to: for each SLO
 * entity, and for the component that its service names. References stay within
 * a namespace. Asks nobody.
 *
 * @param entities - of the measured kinds
 * @param exists - whether the catalog has an entity, by ref
 */
export function defineByCatalog(
  entities: readonly Entity[],
  exists: (entityRef: string) => boolean,
): DocumentSet[] {
  const namespaces = new Map<string, Entity[]>();
  for (const entity of entities) {
    const namespace = (
      entity.metadata.namespace ?? DEFAULT_NAMESPACE
    ).toLocaleLowerCase('en-US');
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), entity]);
  }
  const found = new Map<string, Found>();
  for (const own of namespaces.values()) {
    defineNamespace(own, exists, found);
  }
  return [...found].map(([entityRef, { definitions, problems }]) => {
    const named = refuseTakenNames(definitions);
    return {
      entityRef,
      origin: 'catalog',
      definitions: named.definitions,
      problems: limitProblems(entityRef, [
        ...problems,
        ...named.problems.map(problem =>
          naming(problem, placesOf(definitions, problem.params?.name)),
        ),
      ]),
    };
  });
}

function placesOf(definitions: DocumentDefinition[], name: unknown): string[] {
  return definitions
    .filter(each => each.name === name)
    .map(({ definedBy }) => definedBy.place);
}

function defineNamespace(
  entities: Entity[],
  exists: (entityRef: string) => boolean,
  found: Map<string, Found>,
) {
  const sources = entities.map(
    (entity, index): OpenSloSource => ({
      index,
      file: stringifyEntityRef(entity),
      value: restoreOpenSloDocument(entity),
    }),
  );
  const { definitions, problems } = defineSlos(sources, ({ document }) => ({
    type: 'entity',
    name: document.name,
    place: document.file ?? document.name,
  }));
  // An SLI's mistake is a mistake of the SLOs that name it.
  const targets = new Map(
    entities.map(entity => [
      stringifyEntityRef(entity),
      targetsOf(entity, entities, exists),
    ]),
  );
  for (const refs of targets.values()) {
    for (const ref of refs) {
      found.set(ref, found.get(ref) ?? { definitions: [], problems: [] });
    }
  }
  for (const { definition, file = '' } of definitions) {
    for (const ref of targets.get(file) ?? []) {
      found.get(ref)?.definitions.push(definition);
    }
  }
  for (const { problem, file = '' } of problems) {
    for (const ref of targets.get(file) ?? []) {
      found.get(ref)?.problems.push(naming(problem, [file]));
    }
  }
}

/** The entities that show what becomes of a document. */
function targetsOf(
  entity: Entity,
  entities: Entity[],
  exists: (entityRef: string) => boolean,
): string[] {
  const own = stringifyEntityRef(entity);
  if (entity.kind.toLocaleLowerCase('en-US') !== 'slo') {
    const users = entities.filter(
      other =>
        entity.kind.toLocaleLowerCase('en-US') === 'sli' &&
        other.spec?.indicatorRef === entity.metadata.name &&
        other.kind.toLocaleLowerCase('en-US') === 'slo',
    );
    return [
      own,
      ...new Set(users.flatMap(user => targetsOf(user, [], exists))),
    ];
  }
  const service = entity.spec?.service;
  if (
    typeof service !== 'string' ||
    !KubernetesValidatorFunctions.isValidObjectName(service)
  ) {
    return [own];
  }
  const component = stringifyEntityRef({
    kind: 'component',
    namespace: entity.metadata.namespace,
    name: service,
  });
  return exists(component) ? [own, component] : [own];
}
