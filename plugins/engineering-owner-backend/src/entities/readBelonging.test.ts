import { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntityRecord } from './EntityRecord';
import { EntityStore } from './EntityStore';
import { mostBelonging, readBelonging } from './readBelonging';

const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'store', namespace: 'default' },
};
const component = (i: number): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: `service-${String(i).padStart(5, '0')}`,
    namespace: 'default',
  },
});

/** Of so many that belong to a System, those the caller may read. */
async function belonging(count: number, mayRead: (i: number) => boolean) {
  const refOf = ({ metadata }: Entity) => `component:default/${metadata.name}`;
  const all = Array.from({ length: count }, (_, i) => component(i));
  const records = all.map(
    (entity): EntityRecord => ({
      entityRef: refOf(entity),
      entity,
      ancestors: [],
    }),
  );
  const catalog = catalogServiceMock({
    entities: all.filter((_, i) => mayRead(i)),
  });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const { lines, cut } = await readBelonging(
    {
      entity: system,
      entityRef: 'system:default/store',
      credentials: mockCredentials.user(),
    },
    {
      catalog,
      entities: {
        listChildren: async () => records,
        getMany: async () => [],
      } as Partial<EntityStore> as EntityStore,
    },
  );
  return {
    refs: lines.map(({ entityRef }) => entityRef),
    cut,
    requests: asked.mock.calls.length,
    refOf: (i: number) => refOf(all[i]),
  };
}

describe('readBelonging', () => {
  it('is not cut short by what the caller may not read', async () => {
    const { refs, cut, refOf } = await belonging(3_500, i => i >= 3_000);

    expect(refs).toHaveLength(500);
    expect(refs[0]).toBe(refOf(3_000));
    expect(cut).toBe(false);
  });

  it('tells the first by their names of too many', async () => {
    const { refs, cut, refOf } = await belonging(4_100, i => i % 2 === 1);
    expect(refs).toHaveLength(mostBelonging);
    expect(refs.at(-1)).toBe(refOf(3_999));
    expect(cut).toBe(true);

    const all = await belonging(mostBelonging, () => true);
    expect(all.refs).toHaveLength(mostBelonging);
    expect(all.cut).toBe(false);
  });

  it('asks the catalog a few times at most', async () => {
    const { refs, cut, requests } = await belonging(30_000, () => false);
    expect(refs).toEqual([]);
    expect(cut).toBe(true);
    expect(requests).toBe(5);
  });
});
