import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Request } from 'express';

/** A request about one entity, which the caller may read. */
export interface EntityRequest {
  /** As the catalog gave it to the caller. */
  entity: Entity;
  entityRef: string;
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * Something a domain answers about an entity. The router has already read the
 * entity as the caller; what is thrown becomes the error answer.
 */
export interface EntityRoute {
  method: 'get' | 'post';
  /** Below `/v1/entities/by-name/{kind}/{namespace}/{name}`, for example `/slos`. */
  path: string;
  /** The body of the answer. */
  answer(request: EntityRequest): Promise<unknown>;
}
