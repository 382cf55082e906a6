import { Entity, EntityLink, makeValidator } from '@backstage/catalog-model';
import { isOurAnnotation } from '@engineering-owner/backstage-plugin-common';
import { annotationText } from '../ownership/annotationText';
import { isMapping } from './mapping';

const validator = makeValidator();

/**
 * The part of a document's metadata that the catalog accepts. OpenSLO allows
 * what the catalog refuses, such as labels with lists of values; a single one
 * of those would keep the whole entity out. The name and the namespace are left
 * as they are: they identify the entity, and to change them would be to make
 * another one.
 *
 * @param metadata - as written, whatever its type says
 */
export function validMetadata(
  metadata: Entity['metadata'],
): Entity['metadata'] {
  const {
    labels,
    annotations,
    tags,
    links,
    title,
    description,
    uid,
    etag,
    ...others
  } = metadata;
  const accepted = {
    labels: validEntries(
      labels,
      validator.isValidLabelKey,
      validator.isValidLabelValue,
    ),
    annotations: validEntries(
      withTextOfOurs(annotations),
      validator.isValidAnnotationKey,
      validator.isValidAnnotationValue,
    ),
    tags: validItems(tags, isTag),
    links: validItems(links, isLink),
    title: isFilled(title) ? title : undefined,
    description: typeof description === 'string' ? description : undefined,
    uid: isFilled(uid) ? uid : undefined,
    etag: isFilled(etag) ? etag : undefined,
  };
  return { ...others, ...withoutUndefined(accepted) };
}

/** An unquoted `engineering-owner/tier: 1` is worth as much here as elsewhere. */
function withTextOfOurs(annotations: unknown): unknown {
  if (!isMapping(annotations)) return annotations;
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [
      key,
      isOurAnnotation(key) ? annotationText(value) : value,
    ]),
  );
}

function validEntries(
  value: unknown,
  isKey: (key: unknown) => boolean,
  isValue: (value: unknown) => boolean,
): Record<string, string> | undefined {
  if (!isMapping(value)) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && isKey(entry[0]) && isValue(entry[1]),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function validItems<T>(
  value: unknown,
  isItem: (item: unknown) => item is T,
): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.filter(isItem);
  return items.length > 0 ? items : undefined;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTag(tag: unknown): tag is string {
  return validator.isValidTag(tag);
}

function isLink(link: unknown): link is EntityLink {
  return (
    isMapping(link) &&
    typeof link.url === 'string' &&
    URL.canParse(link.url) &&
    [link.title, link.icon, link.type].every(
      each => each === undefined || isFilled(each),
    )
  );
}

function withoutUndefined<T extends object>(fields: T): Partial<T> {
  const defined: Partial<T> = { ...fields };
  for (const key in defined) {
    if (defined[key] === undefined) delete defined[key];
  }
  return defined;
}
