import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_BOUNDARY,
  ANNOTATION_DEPUTY,
  ANNOTATION_PAGERDUTY_ACCOUNT,
  ANNOTATION_PAGERDUTY_INTEGRATION_KEY,
  ANNOTATION_PAGERDUTY_SERVICE_ID,
  ANNOTATION_PATTERN,
  ANNOTATION_PRIMARY,
  ANNOTATION_SLI_SELECTOR,
  ANNOTATION_SLOS,
  ANNOTATION_TIER,
  isUnknownAnnotation,
} from './annotations';
import { AnnotationReader } from './annotationReader';
import { parseBoundary } from './boundary';
import { OWNERSHIP_PATTERNS, TIERS } from './classification';
import { isDocumentLocation } from './documentLocation';
import { Declared, ParsedRoles } from './parsedRoles';
import { Role, worstFirst } from './problems';
import { quoteValue } from './quoteValue';
import { parseRoleRef } from './roleRef';
import { findRunbookReferences } from './runbookReferences';

/** Ids are capitals and digits: seven in old accounts, fourteen in new ones. */
const PAGERDUTY_ID = /^[A-Z][A-Z0-9]{5,19}$/;

/**
 * Reads what an entity's own annotations (and links) say. Never throws: what
 * cannot be used is left out and named in `problems`.
 *
 * @public
 */
export function parseRoles(entity: Entity): ParsedRoles {
  const annotations = new AnnotationReader(entity);
  const namespace = entity.metadata.namespace || DEFAULT_NAMESPACE;
  reportAnnotationsNeverRead(entity, annotations);

  const slos = annotations.readList(
    ANNOTATION_SLOS,
    'document_location_invalid',
    isDocumentLocation,
  );
  const roles = {
    entityRef: annotations.entityRef,
    primary: readRole(annotations, ANNOTATION_PRIMARY, 'primary', namespace),
    deputy: readRole(annotations, ANNOTATION_DEPUTY, 'deputy', namespace),
    boundary: annotations.read(ANNOTATION_BOUNDARY, text => {
      const boundary = parseBoundary(text);
      if (!boundary) {
        annotations.report({
          code: 'boundary_not_http',
          params: {
            entityRef: annotations.entityRef,
            annotation: ANNOTATION_BOUNDARY,
            value: quoteValue(text),
          },
        });
      }
      return boundary;
    }),
    pattern: annotations.readOneOf(
      ANNOTATION_PATTERN,
      OWNERSHIP_PATTERNS,
      'pattern_unknown',
    ),
    tier: annotations.readOneOf(ANNOTATION_TIER, TIERS, 'tier_unknown'),
    pagerDutyServiceIds: annotations.readList(
      ANNOTATION_PAGERDUTY_SERVICE_ID,
      'pagerduty_service_id_invalid',
      entry => PAGERDUTY_ID.test(entry),
    ),
    pagerDutyAccount: annotations.read(ANNOTATION_PAGERDUTY_ACCOUNT, t => t),
    sliSelector: annotations.read(ANNOTATION_SLI_SELECTOR, text => text),
    runbooks: findRunbookReferences(entity, annotations),
    slos: slos.state === 'declared' ? slos.value : [],
  };
  return { ...roles, problems: worstFirst(annotations.problems) };
}

function readRole(
  annotations: AnnotationReader,
  annotation: string,
  role: Role,
  namespace: string,
): Declared<string> {
  return annotations.read(annotation, text => {
    const ref = parseRoleRef(text, namespace);
    if (ref.state === 'ok') return ref.entityRef;
    const params = {
      entityRef: annotations.entityRef,
      annotation,
      role,
      value: quoteValue(text),
    };
    annotations.report(
      ref.state === 'wrong_kind'
        ? {
            code: 'role_kind_not_allowed',
            params: { ...params, kind: quoteValue(ref.kind) },
          }
        : { code: 'role_ref_invalid', params },
    );
    return undefined;
  });
}

/** A secret is reported whatever its value, which is not even looked at. */
function reportAnnotationsNeverRead(
  entity: Entity,
  annotations: AnnotationReader,
) {
  const { entityRef } = annotations;
  for (const annotation of Object.keys(entity.metadata.annotations ?? {})) {
    if (annotation === ANNOTATION_PAGERDUTY_INTEGRATION_KEY) {
      annotations.report({
        code: 'pagerduty_integration_key_in_catalog',
        params: { entityRef, annotation },
      });
    } else if (isUnknownAnnotation(annotation)) {
      annotations.report({
        code: 'annotation_unknown',
        params: { entityRef, annotation: quoteValue(annotation) },
      });
    }
  }
}
