import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { availability, service } from '../__testUtils__/simulation';
import {
  deniedUser,
  sourcesModule,
  startPlugin,
} from '../__testUtils__/startPlugin';
import { operations } from '../contract/operations';

const path = (template: string, name = 'checkout') =>
  template
    .replace('{kind}', 'component')
    .replace('{namespace}', 'default')
    .replace('{name}', name)
    .replace('{slo}', 'availability');

let get: Awaited<ReturnType<typeof startPlugin>>['get'];
let post: Awaited<ReturnType<typeof startPlugin>>['post'];

beforeAll(async () => {
  const source = new FakeSliSource();
  source.services.set('checkout', { total: 600 });
  ({ get, post } = await startPlugin({
    entities: [service('checkout')],
    config: { engineeringOwner: { slos: { templates: [availability] } } },
    features: [sourcesModule(sources => sources.addSliSource(source))],
  }));
}, 60_000);

const ofEntities = operations.filter(each => each.path.includes('{name}'));

describe('the HTTP API', () => {
  it.each(
    operations
      // What is of one incident has a test of its own.
      .filter(each => !each.method && !each.path.includes('{id}'))
      .map(each => [each.path, each] as const),
  )('answers %s as its schema says', async (_, { path: template, schema }) => {
    const { status, body } = await get(path(template));

    expect(status).toBe(200);
    expect(schema.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(schema.parse(body)).toEqual(body);
  });

  it.each(ofEntities.map(each => [each.path, each.method] as const))(
    'answers %s with 404 when the caller may not read the entity, or there is none',
    async (template, method) => {
      const ask = (address: string, user?: string) =>
        method === 'post' ? post(address, {}, user) : get(address, user);
      const denied = await ask(path(template), deniedUser);
      const absent = await ask(path(template, 'nothing'));

      expect(denied.status).toBe(404);
      expect(absent.status).toBe(404);
      expect(denied.body.error.message).toBe(
        'There is no entity component:default/checkout, or you may not see it',
      );
    },
  );

  it('takes names in any case, since routes do', async () => {
    const { status, body } = await get(
      '/v1/entities/by-name/Component/DEFAULT/Checkout/slos',
    );
    expect(status).toBe(200);
    expect(body.entityRef).toBe('component:default/checkout');
  });

  it('serves its own description', async () => {
    const { status, body } = await get('/v1/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toEqual(operations.map(each => each.path));
  });

  it('answers a wrong query with 400 and what would be right', async () => {
    const { status, body } = await get(
      '/v1/entities/by-name/component/default/checkout/slos/availability/history?step=soon',
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain('a duration such as 5m, 1h, 6h or 1d');
  });
});
