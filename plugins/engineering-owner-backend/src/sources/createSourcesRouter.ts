import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sourcesReadPermission } from '@engineering-owner/backstage-plugin-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { getSources, SourcesOptions } from './getSources';

/** `GET /v1/sources`, for those who hold `engineering-owner.sources.read`. */
export function createSourcesRouter(
  options: SourcesOptions & {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
  },
): Router {
  const { httpAuth, permissions } = options;
  const router = PromiseRouter();
  router.get('/v1/sources', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const [decision] = await permissions.authorize(
      [{ permission: sourcesReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Seeing the sources needs the permission ${sourcesReadPermission.name}`,
      );
    }
    res.json(await getSources(options));
  });
  return router;
}
