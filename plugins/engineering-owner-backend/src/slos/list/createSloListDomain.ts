import PromiseRouter from 'express-promise-router';
import { Domain } from '../../Domain';
import { DomainContext } from '../../DomainContext';
import { SloAnswerOptions } from '../getSlos';
import { getSloList } from './getSloList';
import { readListQuery } from './listQuery';
import { SloListStore } from './SloListStore';
import { VisibleEntities } from './VisibleEntities';

/** `GET /v1/slos`: the SLOs of all entities the caller may read, worst first. */
export function createSloListDomain(
  context: DomainContext,
  { answers }: { answers: SloAnswerOptions },
): Domain {
  const { httpAuth, knex } = context;
  const list = new SloListStore(knex);
  const visible = new VisibleEntities(context);
  const router = PromiseRouter();
  router.get('/v1/slos', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = readListQuery(req.query);
    const entityRefs = await visible.list(credentials, query.entities);
    res.json(await getSloList(query, { ...answers, list, entityRefs }));
  });
  return { routers: [router] };
}
