import {
  Entity,
  getCompoundEntityRef,
  KubernetesValidatorFunctions,
} from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import {
  RELATION_HAS_SLO,
  RELATION_SLO_OF,
} from '@engineering-owner/backstage-plugin-common';
import { isOpenSloDocument } from './openSloDocument';

/**
 * Relates an SLO to the component its `spec.service` names, in the SLO's own
 * namespace: OpenSLO has no namespaces.
 */
export function sloRelations(entity: Entity): EntityRelationSpec[] {
  const service = entity.spec?.service;
  if (
    !isOpenSloDocument(entity) ||
    entity.kind !== 'SLO' ||
    typeof service !== 'string' ||
    !KubernetesValidatorFunctions.isValidObjectName(service)
  ) {
    return [];
  }
  const slo = getCompoundEntityRef(entity);
  const component = {
    kind: 'component',
    namespace: slo.namespace,
    name: service,
  };
  return [
    { source: slo, type: RELATION_SLO_OF, target: component },
    { source: component, type: RELATION_HAS_SLO, target: slo },
  ];
}
