import { Entity } from '@backstage/catalog-model';
import { slosResponseSchema } from '@engineering-owner/backstage-plugin-common';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { availability, service } from '../__testUtils__/simulation';
import { sourcesModule, startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const selector = (query: string) => ({
  metricSource: { type: 'Prometheus', spec: { query } },
});

/** An SLO in the catalog that is about the component "cart". */
function slo(name: string, total = 'requests'): Entity {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name, namespace: 'default' },
    spec: {
      service: 'cart',
      indicator: {
        metadata: { name: 'r' },
        spec: {
          ratioMetric: {
            counter: true,
            bad: selector('requests{code="500"}'),
            total: selector(total),
          },
        },
      },
      timeWindow: [{ duration: '4w', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ target: 0.999 }],
    },
  };
}

const beyond = slo('beyond');
beyond.spec = { ...beyond.spec, objectives: [{ target: 2 }] };

/** What the SLOs of the component "cart" say to a reader. */
async function answer(hidden: string[]): Promise<string> {
  const { get, runAll } = await startPlugin({
    entities: [
      service('cart'),
      service('cart', 'secret'),
      slo('orders'),
      slo('availability'),
      slo('broken', 'requests{{'),
      beyond,
    ],
    hidden,
    config: { engineeringOwner: { slos: { templates: [availability] } } },
    features: [
      sourcesModule(sources => sources.addSliSource(new FakeSliSource())),
    ],
  });
  await runAll();
  await runAll();
  const { body } = await get(
    '/v1/entities/by-name/component/default/cart/slos',
  );
  expect(slosResponseSchema.parse(body).slos).toHaveLength(3);
  return JSON.stringify(body);
}

describe('an answer about SLOs', () => {
  const others = [
    'component:secret/cart',
    'slo:default/orders',
    'slo:default/availability',
    'slo:default/broken',
    'slo:default/beyond',
  ];

  it('names the entities that the caller may read', async () => {
    const text = await answer(['component:secret/nobody']);
    for (const ref of others) {
      expect(text).toContain(ref);
    }
    expect(text).not.toContain('"refs"');
  });

  it('names none that the caller may not read', async () => {
    const text = await answer(others);
    for (const ref of others) {
      expect(text).not.toContain(ref);
    }
    expect(text).toContain('component:default/cart and of 1 other;');
    expect(text).toContain('an entity that you may not read');
  });
});
