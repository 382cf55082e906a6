import { Entity } from '@backstage/catalog-model';
import { EntityRecord } from './EntityRecord';
import { EntityStore } from './EntityStore';

/** An entity with those it inherits from. */
export interface EntityLine {
  entityRef: string;
  /** As the caller read it just now. */
  entity: Entity;
  /**
   * Nearest first, as the plugin read them: name one to a caller only if the
   * caller may read it.
   */
  ancestors: EntityRecord[];
}

/** Puts the line of an entity together; an entity the store does not hold yet stands alone. */
export async function readLine(
  entities: EntityStore,
  request: { entity: Entity; entityRef: string },
): Promise<EntityLine> {
  const { entity, entityRef } = request;
  const [, ...ancestors] = await entities.getLine(entityRef);
  return { entityRef, entity, ancestors };
}
