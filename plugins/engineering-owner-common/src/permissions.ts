import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';

/**
 * Acknowledge, resolve, annotate or trigger incidents of an entity.
 *
 * @public
 */
export const incidentActPermission = createPermission({
  name: 'engineering-owner.incident.act',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Record reviews and drills of an entity's runbooks.
 *
 * @public
 */
export const runbookReviewPermission = createPermission({
  name: 'engineering-owner.runbook.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Confirm, dispute or hand over the ownership of an entity.
 *
 * @public
 */
export const ownershipVerifyPermission = createPermission({
  name: 'engineering-owner.ownership.verify',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * See how every source is doing, with its last error.
 *
 * @public
 */
export const sourcesReadPermission = createPermission({
  name: 'engineering-owner.sources.read',
  attributes: { action: 'read' },
});

/**
 * See what being on call costs each person by name. What it costs a team needs
 * no more than its entity.
 *
 * @public
 */
export const loadReadPermission = createPermission({
  name: 'engineering-owner.load.read',
  attributes: { action: 'read' },
});

/**
 * Evaluate definitions of SLOs without saving them. Queries of the caller's own
 * choosing are run for it, over everything a source holds. That is why it is no
 * `read`: policies that let people read must not grant it by the way.
 *
 * @public
 */
export const sloPreviewPermission = createPermission({
  name: 'engineering-owner.slo.preview',
  attributes: {},
});

/**
 * All permissions of the suite, for `permissionsRegistry` and policies.
 *
 * @public
 */
export const engineeringOwnerPermissions: Permission[] = [
  incidentActPermission,
  runbookReviewPermission,
  ownershipVerifyPermission,
  sourcesReadPermission,
  loadReadPermission,
  sloPreviewPermission,
];
