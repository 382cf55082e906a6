import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  incidentActPermission,
  MayAct,
  NotActingReason,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { EntityStore } from '../../entities/EntityStore';
import { sourceId } from '../../sources/sourceId';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { NamedService } from '../findServices';
import { callerOf, readCaller } from './readCaller';
import { Refusals } from './Refusals';

/** What is needed to know who may act. */
export interface MayActOptions {
  auth: AuthService;
  catalog: CatalogService;
  entities: EntityStore;
  permissions: PermissionsService;
  refusals: Refusals;
  registry: SourceRegistry;
}

/** What a caller may do about the incidents of an entity. */
export interface Allowance {
  /** Open one. */
  trigger: MayAct;
  /** Act on one of this account. */
  on(source: SourceRef): MayAct;
}

/**
 * What a caller may do about the incidents of an entity, by one question to the
 * policy, however many incidents there are. It is for showing only: whoever
 * acts is asked again.
 */
export async function mayAct(
  request: { entityRef: string; credentials: BackstageCredentials },
  services: NamedService[],
  options: MayActOptions,
): Promise<Allowance> {
  const sources = new Map(
    services.map(({ source }) => [sourceId(source), source]),
  );
  const [byCaller, ...bySource] = await Promise.all([
    reasonOfCaller(request, options),
    ...[...sources].map(async ([id, source]) => ({
      id,
      reason: await reasonOfSource(source, request, options),
    })),
  ]);
  const reasons = new Map(bySource.map(({ id, reason }) => [id, reason]));
  const on = (source: SourceRef) =>
    verdict(byCaller ?? reasons.get(sourceId(source)));
  const found = services.filter(({ service }) => service !== 'missing');
  const first = found.find(({ source }) => on(source).act) ?? found.at(0);
  return {
    on,
    trigger: first ? on(first.source) : verdict(byCaller ?? 'no_service'),
  };
}

function verdict(reason: NotActingReason | undefined): MayAct {
  return reason === undefined ? { act: true } : { act: false, reason };
}

/** Whether the policy lets a caller act on the incidents of an entity. */
export async function isAllowed(
  {
    entityRef,
    credentials,
  }: { entityRef: string; credentials: BackstageCredentials },
  { permissions }: { permissions: PermissionsService },
): Promise<boolean> {
  const [decision] = await permissions.authorize(
    [{ permission: incidentActPermission, resourceRef: entityRef }],
    { credentials },
  );
  return decision.result === AuthorizeResult.ALLOW;
}

async function reasonOfCaller(
  request: { entityRef: string; credentials: BackstageCredentials },
  options: MayActOptions,
): Promise<NotActingReason | undefined> {
  const { auth, entities } = options;
  const { credentials } = request;
  if (!auth.isPrincipal(credentials, 'user')) {
    return 'users_only';
  }
  const allowed = await isAllowed(request, options).catch(() => undefined);
  if (!allowed) {
    return allowed === undefined ? 'undecided' : 'permission';
  }
  const { userEntityRef } = credentials.principal;
  const stored = await entities.get(userEntityRef);
  // Somebody may have been added to the catalog since it was last read.
  const caller = stored
    ? callerOf(stored.entity)
    : await readCaller(userEntityRef, options).catch(() => undefined);
  return caller?.known === false ? caller.reason : undefined;
}

async function reasonOfSource(
  source: SourceRef,
  { credentials }: { credentials: BackstageCredentials },
  { auth, registry, refusals }: MayActOptions,
): Promise<NotActingReason | undefined> {
  if (!registry.onCallSource(source)?.actions) {
    return 'read_only';
  }
  const isRefused =
    auth.isPrincipal(credentials, 'user') &&
    (await refusals.has(source, credentials.principal.userEntityRef));
  return isRefused ? 'refused' : undefined;
}
