import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** The named entities the caller may read, by ref, in one request to the catalog. */
export async function readVisible(
  catalog: CatalogService,
  entityRefs: readonly string[],
  options: { credentials: BackstageCredentials; fields: string[] },
): Promise<Map<string, Entity>> {
  const wanted = [...new Set(entityRefs)];
  if (wanted.length === 0) {
    return new Map();
  }
  const { items } = await catalog.getEntitiesByRefs(
    {
      entityRefs: wanted,
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        ...options.fields,
      ],
    },
    { credentials: options.credentials },
  );
  return new Map(
    items.flatMap(entity =>
      entity ? [[stringifyEntityRef(entity), entity]] : [],
    ),
  );
}
