import { refuseAmbiguous } from './refuseAmbiguous';

const member = (entityRef: string, name: string, entityValue?: string) => ({
  entityRef,
  name,
  groupId: 'group',
  ...(entityValue && { entityValue }),
});

describe('refuseAmbiguous', () => {
  it('marks all entities that share a value, and names the others', () => {
    const [one, other] = refuseAmbiguous([
      member('component:default/cart', 'availability', 'cart'),
      member('component:shop/cart', 'availability', 'cart'),
    ]);

    expect(one).toMatchObject({
      invalid: { message: expect.stringContaining('component:shop/cart') },
    });
    expect(other).toMatchObject({ invalid: { code: 'entity_ambiguous' } });
  });

  it('lets one entity have several SLOs of a group', () => {
    const members = [
      member('component:default/cart', 'availability', 'cart'),
      member('component:default/cart', 'stricter', 'cart'),
      member('component:default/no-value', 'availability'),
      member('component:default/none', 'availability'),
    ];
    expect(refuseAmbiguous(members)).toEqual(members);
  });
});
