import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_PAGERDUTY_INTEGRATION_KEY,
  isOurAnnotation,
} from '@engineering-owner/backstage-plugin-common';

const locationAnnotations = new Set([
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  'backstage.io/techdocs-ref',
]);

const relationsRead = new Set(['memberOf', 'hasMember', 'childOf', 'parentOf']);

/** The fields asked of the catalog. Relations only of people: a System's can be thousands. */
export const entityFields = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'metadata.links',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.subdomainOf',
];

/**
 * The fields asked of OpenSLO documents: an SLO is what its whole spec says.
 */
export const documentFields = ['apiVersion', 'kind', 'metadata', 'spec'];

/** The fields asked of users and groups. */
export const peopleFields = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.profile',
  'relations',
];

/**
 * What is kept of an entity: annotations of ours, locations, links and the
 * fields above. A PagerDuty integration key in an annotation is a secret and
 * leaves only the fact that it is there, and so do the connection details of a
 * DataSource.
 */
export function reduceEntity(entity: Entity): Entity {
  const annotations = Object.entries(entity.metadata.annotations ?? {})
    .filter(([name]) => isOurAnnotation(name) || locationAnnotations.has(name))
    .map(([name, value]) =>
      name === ANNOTATION_PAGERDUTY_INTEGRATION_KEY
        ? [name, 'hidden']
        : [name, value],
    );
  const relations = entity.relations?.filter(({ type }) =>
    relationsRead.has(type),
  );
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: Object.fromEntries(annotations),
    },
    ...(relations && { relations }),
    ...(hasConnectionDetails(entity) && {
      spec: { ...entity.spec, connectionDetails: 'hidden' },
    }),
  };
}

function hasConnectionDetails({ kind, spec }: Entity): boolean {
  return (
    kind.toLocaleLowerCase('en-US') === 'datasource' &&
    (spec?.connectionDetails ?? null) !== null
  );
}
