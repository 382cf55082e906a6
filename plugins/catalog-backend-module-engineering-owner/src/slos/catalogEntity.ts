import { isDeepStrictEqual } from 'node:util';
import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_OPENSLO_FOREIGN_FIELDS,
  ANNOTATION_OPENSLO_METADATA,
  OPENSLO_WRAPPED_SPEC,
} from '@engineering-owner/backstage-plugin-common';
import { isMapping } from './mapping';
import { validMetadata } from './validMetadata';

/** Written by the catalog and by this module: no part of the document. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  ANNOTATION_EDIT_URL,
  ANNOTATION_OPENSLO_METADATA,
  ANNOTATION_OPENSLO_FOREIGN_FIELDS,
]);

/**
 * An OpenSLO document as the catalog accepts it, without loss: what it would
 * refuse is left out of the envelope and kept as JSON in annotations or, of a
 * `spec` that is no mapping, in a field of the spec. What has been through this
 * once is not changed again.
 */
export function toCatalogEntity(document: Entity): Entity {
  const { apiVersion, kind, metadata, spec, ...foreignFields } = document;
  const { original, bookkeeping } = separateBookkeeping(metadata);
  const valid = validMetadata(original);

  const annotations = { ...valid.annotations, ...bookkeeping };
  const isFirstTime = !(ANNOTATION_OPENSLO_METADATA in bookkeeping);
  if (isFirstTime || !isDeepStrictEqual(valid, original)) {
    annotations[ANNOTATION_OPENSLO_METADATA] = JSON.stringify(original);
  }
  if (Object.keys(foreignFields).length > 0) {
    annotations[ANNOTATION_OPENSLO_FOREIGN_FIELDS] =
      JSON.stringify(foreignFields);
  }
  const entity = { apiVersion, kind, metadata: { ...valid, annotations } };
  if (spec === undefined) return entity;
  return {
    ...entity,
    spec: isMapping(spec) ? spec : { [OPENSLO_WRAPPED_SPEC]: spec },
  };
}

function separateBookkeeping(metadata: Entity['metadata']): {
  original: Entity['metadata'];
  bookkeeping: Record<string, string>;
} {
  const { annotations, ...others } = metadata;
  if (!isMapping(annotations)) {
    return { original: metadata, bookkeeping: {} };
  }
  const isBookkeeping = ([key, value]: [string, unknown]) =>
    BOOKKEEPING.has(key) && typeof value === 'string';
  const entries = Object.entries(annotations);
  const own = entries.filter(entry => !isBookkeeping(entry));
  const bookkeeping = Object.fromEntries(entries.filter(isBookkeeping));
  // The catalog adds annotations to every entity, so none may have been there.
  return own.length > 0
    ? {
        original: { ...others, annotations: Object.fromEntries(own) },
        bookkeeping,
      }
    : { original: others, bookkeeping };
}
