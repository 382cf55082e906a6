import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { incidentActPermission } from '@engineering-owner/backstage-plugin-common';
import { ActingPerson } from '@engineering-owner/backstage-plugin-node';
import { EntityRequest } from '../../router/EntityRoute';
import { UnknownResponderError } from './actionAnswer';
import { isAllowed } from './mayAct';
import { readCaller } from './readCaller';

/** A request of a person who acts on the incidents of an entity. */
export interface ActingRequest extends EntityRequest {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/**
 * The person who acts, when the policy lets them and on-call accounts can know
 * them.
 *
 * @throws NotAllowedError, UnknownResponderError
 */
export async function actingPerson(
  request: ActingRequest,
  services: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
  },
): Promise<ActingPerson> {
  await refuseUnlessAllowed(request, services);
  const { credentials } = request;
  const { userEntityRef } = credentials.principal;
  const caller = await readCaller(userEntityRef, services);
  if (!caller.known) {
    throw new UnknownResponderError(
      caller.reason === 'no_user'
        ? `You are signed in as ${userEntityRef}, which is no User of the catalog. Incidents are acted on in your own name, known by the e-mail address of your User entity (spec.profile.email)`
        : `Your User entity ${userEntityRef} has no usable e-mail address (spec.profile.email). Incidents are acted on in your own name, so it has to have the address of your PagerDuty user`,
    );
  }
  return { email: caller.email };
}

/** @throws NotAllowedError */
export async function refuseUnlessAllowed(
  request: ActingRequest,
  services: { permissions: PermissionsService },
): Promise<void> {
  if (!(await isAllowed(request, services))) {
    throw new NotAllowedError(
      `Acting on the incidents of ${request.entityRef} needs the permission ${incidentActPermission.name}`,
    );
  }
}
