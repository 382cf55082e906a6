import { sloListResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { availability, service } from '../../__testUtils__/simulation';
import {
  deniedUser,
  sourcesModule,
  startPlugin,
} from '../../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const names = ['cart', 'checkout', 'secret'];

let get: Awaited<ReturnType<typeof startPlugin>>['get'];

async function list(query: string, user?: string) {
  const { status, body } = await get(`/v1/slos${query}`, user);
  expect(status).toBe(200);
  return sloListResponseSchema.parse(body);
}

beforeAll(async () => {
  const source = new FakeSliSource();
  source.services.set('cart', { total: 600 });
  source.services.set('checkout', { total: 600, bad: 300 });
  source.services.set('secret', { total: 600, bad: 600 });
  ({ get } = await startPlugin({
    entities: names.map(name => service(name)),
    hidden: ['component:default/secret'],
    config: { engineeringOwner: { slos: { templates: [availability] } } },
    features: [sourcesModule(sources => sources.addSliSource(source))],
  }));
});

describe('the list of SLOs', () => {
  it('has the worst first, with figures, and none the caller may not read', async () => {
    const { items, total } = await list('');

    expect(items.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/checkout',
      'component:default/cart',
    ]);
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({ tone: 'act_now', burnRate: 500 });
  });

  it('has nothing for a caller who may read nothing', async () => {
    expect(await list('', deniedUser)).toMatchObject({ items: [], total: 0 });
    expect(await list('?filter=kind=component', deniedUser)).toMatchObject({
      items: [],
      total: 0,
    });
  });

  it('counts before it pages', async () => {
    expect(await list('?offset=1&limit=1')).toMatchObject({
      total: 2,
      offset: 1,
      limit: 1,
      items: [{ entityRef: 'component:default/cart' }],
    });
  });

  it('filters by entity and by verdict', async () => {
    const ofCart = await list('?filter=kind=component,metadata.name=cart');
    const bad = await list('?tone=act_now');

    expect(ofCart.items.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/cart',
    ]);
    expect(bad.items.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/checkout',
    ]);
  });

  it.each([
    [
      '?limit=201',
      '"limit" is not usable; expected a whole number from 1 to 200',
    ],
    ['?tone=green', '"tone" is not usable; expected one of act_now'],
    ['?filter=name', 'has "name"; expected a field of the entity'],
    [
      '?owner=group:default/a&filter=relations.ownedBy=group:default/b',
      '"owner" and "filter" both name the owner',
    ],
    [
      '?owner=group:default/a&filter=kind=api&filter=Relations.OwnedBy=group:default/b',
      '"owner" and "filter" both name the owner',
    ],
    ['?sort=name', 'There is no query parameter "sort"'],
  ])('refuses %s', async (query, message) => {
    const { status, body } = await get(`/v1/slos${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });
});
