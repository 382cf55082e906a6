import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Request } from 'express';
import { EntityRequest } from './EntityRoute';

/**
 * Reads the entity of a request with the caller's own credentials. What the
 * caller may not see is answered like what does not exist.
 *
 * @throws NotFoundError
 */
export async function readEntity(
  request: Request,
  services: { httpAuth: HttpAuthService; catalog: CatalogService },
): Promise<EntityRequest> {
  const credentials = await services.httpAuth.credentials(request);
  const { kind, namespace, name } = request.params;
  const wanted = stringifyEntityRef({ kind, namespace, name });
  const entity = isRef(wanted)
    ? await services.catalog.getEntityByRef(wanted, { credentials })
    : undefined;
  if (!entity) {
    throw new NotFoundError(
      `There is no entity ${wanted}, or you may not see it`,
    );
  }
  return {
    entity,
    entityRef: stringifyEntityRef(entity),
    credentials,
    request,
  };
}

/** Names with separators in them are nobody's, and the catalog chokes on them. */
function isRef(text: string): boolean {
  try {
    return stringifyEntityRef(parseEntityRef(text)) === text;
  } catch {
    return false;
  }
}
