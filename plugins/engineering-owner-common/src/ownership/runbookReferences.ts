import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_BACKSTAGE_RUNBOOK_URL,
  ANNOTATION_RUNBOOKS,
} from './annotations';
import { AnnotationReader } from './annotationReader';
import { isDocumentLocation } from './documentLocation';
import { RunbookReference } from './parsedRoles';
import { quoteValue } from './quoteValue';

/**
 * The runbooks an entity names itself: by annotation, by the annotation other
 * tools use, and by its links of type `runbook`; each place once.
 */
export function findRunbookReferences(
  entity: Entity,
  annotations: AnnotationReader,
): RunbookReference[] {
  const { entityRef } = annotations;
  const references = new Map<string, RunbookReference>();
  const add = (location: string, origin: RunbookReference['origin']) => {
    if (!references.has(location)) {
      references.set(location, { location, origin });
    }
  };

  for (const annotation of [
    ANNOTATION_RUNBOOKS,
    ANNOTATION_BACKSTAGE_RUNBOOK_URL,
  ]) {
    const list = annotations.readList(
      annotation,
      'document_location_invalid',
      isDocumentLocation,
    );
    if (list.state === 'declared') {
      for (const location of list.value) {
        add(location, { kind: 'annotation', entityRef, annotation });
      }
    }
  }

  for (const { type, url, title } of entity.metadata.links ?? []) {
    if (type !== 'runbook') continue;
    const location = url.trim();
    if (isDocumentLocation(location)) {
      add(location, { kind: 'link', entityRef, ...(title && { title }) });
    } else {
      annotations.report({
        code: 'document_location_invalid',
        params: {
          entityRef,
          annotation: 'metadata.links',
          value: quoteValue(url),
        },
      });
    }
  }
  return [...references.values()];
}
