import { wordProblem } from './namedEntities';
import { refuseAmbiguous } from './refuseAmbiguous';

const member = (entityRef: string, name: string, entityValue?: string) => ({
  entityRef,
  name,
  groupId: 'group',
  ...(entityValue && { entityValue }),
});

describe('refuseAmbiguous', () => {
  it('marks all entities that share a value, and counts the others', () => {
    const [one, other] = refuseAmbiguous([
      member('component:default/cart', 'availability', 'cart'),
      member('component:shop/cart', 'availability', 'cart'),
    ]);

    expect(one).toMatchObject({
      invalid: {
        message: expect.stringContaining(
          '"cart" is the label value of component:default/cart and of 1 other;',
        ),
      },
    });
    expect(other).toMatchObject({ invalid: { code: 'entity_ambiguous' } });
  });

  it.each([
    [
      ['component:a/cart', 'component:b/cart', 'component:c/cart'],
      'component:a/cart, component:b/cart, component:c/cart, 1 other;',
    ],
    [['component:b/cart'], 'component:b/cart, 3 others;'],
    [[], '4 others;'],
  ])('names of them those that may be read: %j', (visible, told) => {
    const [{ invalid }] = refuseAmbiguous(
      ['default', 'a', 'b', 'c', 'd'].map(namespace =>
        member(`component:${namespace}/cart`, 'availability', 'cart'),
      ),
    );
    const problem = wordProblem(invalid!, ref => visible.includes(ref));
    expect(problem.message).toContain(`component:default/cart and of ${told}`);
    expect(problem.params).toEqual({
      value: 'cart',
      entityRef: 'component:default/cart',
      others: 4,
    });
  });

  it('marks who does not narrow what another of that value does: it counts its events too', () => {
    const narrowed = (namespace: string) => ({
      ...member(`component:${namespace}/checkout`, 'availability', 'checkout'),
      groupId: `group of ${namespace}`,
      selector: `namespace="${namespace}"`,
    });
    const [a, b, c, elsewhere] = refuseAmbiguous([
      narrowed('a'),
      member('component:b/checkout', 'availability', 'checkout'),
      narrowed('c'),
      {
        ...member('component:b/checkout', 'latency', 'checkout'),
        groupId: 'another',
      },
    ]);
    expect(b).toMatchObject({
      invalid: { code: 'entity_ambiguous', params: { others: 2 } },
    });
    for (const each of [a, c, elsewhere]) {
      expect(each.invalid).toBeUndefined();
    }
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
