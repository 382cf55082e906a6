import { pathToFileURL } from 'node:url';
import { Entity, getEntitySourceLocation } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';

/**
 * The address of a document an entity names: an http(s) address as it is, a
 * path relative to the entity's source location. A path stays on the host of
 * that location: it cannot name another scheme or host. Whether it leaves the
 * repository is for the reader of addresses to refuse.
 *
 * @returns nothing when the path leads to no address
 */
export function resolveAgainstSource(
  entity: Entity,
  location: string,
  integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>,
): string | undefined {
  try {
    if (/^https?:\/\//i.test(location)) {
      return new URL(location).toString();
    }
    const base = sourceUrl(entity);
    if (!base || /^[a-z][a-z0-9+.-]*:/i.test(location)) {
      return undefined;
    }
    const resolved = new URL(
      base.protocol === 'file:'
        ? new URL(location, base)
        : integrations.resolveUrl({ url: location, base: base.toString() }),
    );
    return resolved.protocol === base.protocol && resolved.host === base.host
      ? resolved.toString()
      : undefined;
  } catch {
    return undefined;
  }
}

function sourceUrl(entity: Entity): URL | undefined {
  const { type, target } = getEntitySourceLocation(entity);
  if (type === 'file') {
    return target.startsWith('file:') ? new URL(target) : pathToFileURL(target);
  }
  return type === 'url' && /^https?:\/\//i.test(target)
    ? new URL(target)
    : undefined;
}
