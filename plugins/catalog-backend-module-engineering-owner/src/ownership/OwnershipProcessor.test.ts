import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { catalogPolicy } from '../fixtures/catalogPolicy';
import { hostileValues } from '../fixtures/hostileValues';
import { OwnershipProcessor } from './OwnershipProcessor';

const processor = new OwnershipProcessor();
const location = { type: 'url', target: 'https://example.com/c.yaml' };

const readAnnotations = [
  'engineering-owner/primary',
  'engineering-owner/deputy',
  'engineering-owner/boundary',
  'engineering-owner/pattern',
  'engineering-owner/tier',
  'engineering-owner/runbooks',
  'engineering-owner/slos',
  'engineering-owner/sli-selector',
  'engineering-owner/no-such-thing',
  'pagerduty.com/service-id',
  'pagerduty.com/account',
  'pagerduty.com/integration-key',
  'backstage.io/runbook-url',
];

function component(annotations: unknown): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', namespace: 'shop', annotations },
    spec: { type: 'service', owner: 'shop' },
  } as Entity;
}

async function relationsOf(annotations: Record<string, string>) {
  const results: CatalogProcessorResult[] = [];
  await processor.postProcessEntity(component(annotations), location, result =>
    results.push(result),
  );
  return results.map(result =>
    result.type === 'relation' ? result.relation : result,
  );
}

describe('OwnershipProcessor', () => {
  it.each([
    [1, '1'],
    [true, 'true'],
    [null, ''],
    [['a.md', 'b.md'], 'a.md, b.md'],
    [{ a: ['b'] }, '{"a":["b"]}'],
  ])('turns %j into text', async (value, text) => {
    const key = 'engineering-owner/runbooks';
    const entity = await processor.preProcessEntity(
      component({ [key]: value, other: 'kept' }),
    );
    expect(entity.metadata.annotations).toEqual({ [key]: text, other: 'kept' });
  });

  it('returns the very entity when there is nothing to do', async () => {
    for (const annotations of [
      undefined,
      null,
      'text',
      ['list'],
      {},
      { 'engineering-owner/tier': '1', 'example.com/theirs': 1 },
    ]) {
      const entity = component(annotations);
      expect(await processor.preProcessEntity(entity)).toBe(entity);
    }
  });

  it('relates both roles in both directions', async () => {
    const self = { kind: 'Component', namespace: 'shop', name: 'cart' };
    const alex = { kind: 'user', namespace: 'shop', name: 'alex' };
    const ops = { kind: 'group', namespace: 'default', name: 'ops' };
    expect(
      await relationsOf({
        'engineering-owner/primary': 'alex',
        'engineering-owner/deputy': 'group:default/ops',
      }),
    ).toEqual([
      { source: self, type: 'engineeringOwnedBy', target: alex },
      { source: alex, type: 'engineeringOwnerOf', target: self },
      { source: self, type: 'deputyOwnedBy', target: ops },
      { source: ops, type: 'deputyOwnerOf', target: self },
    ]);
  });

  it.each(['', 'a@b.com', 'alex, sam', 'component:default/cart', 'user:x/'])(
    'relates nobody for %p',
    async text => {
      expect(await relationsOf({ 'engineering-owner/primary': text })).toEqual(
        [],
      );
    },
  );

  describe.each(readAnnotations)('%s', annotation => {
    it('never costs the entity, whatever its value', async () => {
      for (const value of hostileValues) {
        const written = component({ [annotation]: value });
        const before = structuredClone(written);

        const once = await processor.preProcessEntity(written);
        expect(written).toEqual(before);
        expect(await processor.preProcessEntity(once)).toBe(once);

        const accepted = await catalogPolicy.enforce(once);
        const relations: CatalogProcessorResult[] = [];
        await processor.postProcessEntity(accepted!, location, result =>
          relations.push(result),
        );
        expect(relations.every(r => r.type === 'relation')).toBe(true);
      }
      expect(Object.prototype).not.toHaveProperty('polluted');
    });
  });
});
