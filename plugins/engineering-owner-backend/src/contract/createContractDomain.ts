import PromiseRouter from 'express-promise-router';
import { Domain } from '../Domain';
import { openApiDocument } from './openapi';

/** Serves the description of the API itself. */
export function createContractDomain(): Domain {
  const router = PromiseRouter();
  const document = openApiDocument();
  router.get('/v1/openapi.json', (_req, res) => {
    res.json(document);
  });
  return { routers: [router] };
}
