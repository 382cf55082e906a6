import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_OPENSLO_FOREIGN_FIELDS,
  ANNOTATION_OPENSLO_METADATA,
  OPENSLO_WRAPPED_SPEC,
} from '../ownership/annotations';

/** Of Backstage's envelope: no part of OpenSLO, and no mistake in an entity. */
const envelope = ['namespace', 'title', 'description', 'tags', 'links'];

/** Written by the catalog itself. */
const bookkeeping = ['uid', 'etag', 'generation', 'namespace'];

/**
 * The OpenSLO document that a catalog entity was made from, as it was written,
 * without the fields of metadata that are Backstage's own. Never throws.
 *
 * @public
 */
export function restoreOpenSloDocument(
  entity: Entity,
): Record<string, unknown> {
  const { apiVersion, kind, metadata, spec } = entity;
  const { annotations = {} } = metadata;
  const original =
    parseMapping(annotations[ANNOTATION_OPENSLO_METADATA]) ??
    omit(metadata, ['annotations', ...bookkeeping]);
  const wrapped =
    spec && Object.hasOwn(spec, OPENSLO_WRAPPED_SPEC)
      ? spec[OPENSLO_WRAPPED_SPEC]
      : spec;
  return {
    ...parseMapping(annotations[ANNOTATION_OPENSLO_FOREIGN_FIELDS]),
    apiVersion,
    kind,
    // The name identifies the entity: an annotation that somebody wrote must not
    // make it another's.
    metadata: { ...omit(original, envelope), name: metadata.name },
    ...(wrapped !== undefined && { spec: wrapped }),
  };
}

function parseMapping(
  text: string | undefined,
): Record<string, unknown> | undefined {
  try {
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

function omit(value: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.includes(key)),
  );
}
