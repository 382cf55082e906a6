import { HttpAuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { EntityRoute } from './EntityRoute';
import { readEntity } from './readEntity';

const entityPath = '/v1/entities/by-name/:kind/:namespace/:name';

/**
 * The plugin's HTTP API: what domains answer about an entity, each behind the
 * same gate, and routers of their own for the rest.
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  catalog: CatalogService;
  entityRoutes: EntityRoute[];
  routers: Router[];
}): Router {
  const { httpAuth, catalog, entityRoutes, routers } = options;
  const router = PromiseRouter();
  for (const own of routers) {
    router.use(own);
  }
  const parseBody = express.json();
  for (const { method, path, answer } of entityRoutes) {
    router[method](`${entityPath}${path}`, parseBody, async (req, res) => {
      const request = await readEntity(req, { httpAuth, catalog });
      res.json(await answer(request));
    });
  }
  return router;
}
