import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  sloPreviewPermission,
  loadReadPermission,
  sourcesReadPermission,
} from '@engineering-owner/backstage-plugin-common';

/**
 * Who may do what in the demo portal: everyone reads, owners act on what they
 * own, and the reader only reads, and only what entity pages show: how the
 * sources are doing is for those who run the portal; trying out definitions of
 * SLOs, which runs queries of one's own, and what being on call costs each person
 * are for those who own services.
 */
export class DemoPolicy implements PermissionPolicy {
  readonly #readerRef: string;

  constructor(options: { readerRef: string }) {
    this.#readerRef = options.readerRef;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (user?.info.userEntityRef === this.#readerRef) {
      return decideFor(
        reads(permission) &&
          !isPermission(permission, sourcesReadPermission) &&
          !isPermission(permission, loadReadPermission) &&
          !isPermission(permission, sloPreviewPermission),
      );
    }
    if (reads(permission) || !user) {
      return decideFor(reads(permission));
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({
          claims: user.info.ownershipEntityRefs,
        }),
      );
    }
    return decideFor(true);
  }
}

function reads(permission: Permission): boolean {
  return permission.attributes.action === 'read';
}

function decideFor(allowed: boolean): PolicyDecision {
  return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}
