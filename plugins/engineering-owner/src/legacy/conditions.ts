import type { Entity } from '@backstage/catalog-model';
import {
  ON_CALL_KINDS,
  OWNED_KINDS,
  SERVICE_KINDS,
  SLO_KIND,
} from '../routing/kinds';

function isOfKind(entity: Entity, kinds: string[]): boolean {
  return kinds.includes(entity.kind.toLocaleLowerCase('en-US'));
}

/**
 * Whether the Owner tab and card have something to show for an entity.
 *
 * @public
 */
export function isOwnerAvailable(entity: Entity): boolean {
  return isOfKind(entity, OWNED_KINDS);
}

/**
 * Whether the On-call tab and card have something to show for an entity. The
 * banner of open incidents and the item of the menu are for what is run by
 * somebody alone: see {@link isRunbooksAvailable}.
 *
 * @public
 */
export function isOnCallAvailable(entity: Entity): boolean {
  return isOfKind(entity, ON_CALL_KINDS);
}

/**
 * Whether the Runbooks tab and card have something to show for an entity.
 *
 * @public
 */
export function isRunbooksAvailable(entity: Entity): boolean {
  return isOfKind(entity, SERVICE_KINDS);
}

/**
 * Whether the SLOs tab and card have something to show for an entity: for what
 * is run by somebody, and for an OpenSLO document in the catalog.
 *
 * @public
 */
export function isSlosAvailable(entity: Entity): boolean {
  return isOfKind(entity, [...SERVICE_KINDS, SLO_KIND]);
}
