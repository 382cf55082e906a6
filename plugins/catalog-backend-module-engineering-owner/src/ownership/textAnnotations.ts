import { Entity } from '@backstage/catalog-model';
import { isOurAnnotation } from '@engineering-owner/backstage-plugin-common';
import { annotationText } from './annotationText';

/**
 * The entity with every annotation of ours as text; the same object when they
 * all are. Other people's annotations are theirs.
 */
export function withTextAnnotations(entity: Entity): Entity {
  const annotations: unknown = entity.metadata.annotations;
  if (
    typeof annotations !== 'object' ||
    annotations === null ||
    Array.isArray(annotations)
  ) {
    return entity;
  }
  const texts = Object.entries(annotations)
    .filter(([key, value]) => isOurAnnotation(key) && typeof value !== 'string')
    .map(([key, value]) => [key, annotationText(value)]);
  if (texts.length === 0) {
    return entity;
  }
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...annotations, ...Object.fromEntries(texts) },
    },
  };
}
