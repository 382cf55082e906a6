import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleEngineeringOwner from './index';

// Starting the catalog and letting it process takes seconds on a busy machine.
jest.setTimeout(60_000);

const services = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: cart
  annotations:
    engineering-owner/primary: alex
    engineering-owner/deputy: group:default/shop
    engineering-owner/tier: 1
spec: {type: service, lifecycle: production, owner: group:default/shop}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: basket
  annotations:
    engineering-owner/primary: [alex, sam]
    engineering-owner/deputy:
    engineering-owner/boundary: {inside: everything}
    pagerduty.com/service-id: 1234567
    pagerduty.com/integration-key: true
spec: {type: service, lifecycle: production, owner: group:default/shop}
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: alex}
spec: {memberOf: [shop]}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: shop}
spec: {type: team, children: []}
`;

const slos = `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: cart-availability
  displayName: Availability of the cart
  labels:
    env: [prod, staging]
    team: shop
    note:
spec:
  service: cart
  budgetingMethod: Occurrences
---
apiVersion: openslo/v1
kind: Service
metadata:
  name: cart
spec: a text instead of a mapping
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata:
  name: cart-pages
  __proto__: {polluted: true}
  annotations: {"not a key": 1}
more: than the catalog knows
`;

const folder = mkdtempSync(join(tmpdir(), 'catalog-module-'));
let address: string;
let stop: () => Promise<unknown>;

beforeAll(async () => {
  writeFileSync(join(folder, 'catalog-info.yaml'), services);
  writeFileSync(join(folder, 'slos.yaml'), slos);
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleEngineeringOwner,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            rules: [{ allow: ['Component', 'User', 'Group'] }],
            locations: [
              { type: 'file', target: join(folder, 'catalog-info.yaml') },
              {
                type: 'file',
                target: join(folder, 'slos.yaml'),
                rules: [{ allow: ['SLO', 'Service', 'AlertPolicy'] }],
              },
            ],
          },
        },
      }),
    ],
  });
  address = `http://127.0.0.1:${backend.server.port()}/api/catalog`;
  stop = () => backend.stop();
});

afterAll(async () => {
  await stop?.();
  rmSync(folder, { recursive: true });
});

/** The entity once the catalog has processed it and stitched its relations. */
async function entity(
  kind: string,
  name: string,
  isComplete: (found: Entity) => boolean = () => true,
): Promise<Entity> {
  for (;;) {
    const response = await fetch(
      `${address}/entities/by-name/${kind}/default/${name}`,
    );
    const found = response.ok ? await response.json() : undefined;
    if (found && isComplete(found)) return found;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

function relations({ relations: all = [] }: Entity) {
  return all
    .filter(({ type }) => type !== RELATION_OWNED_BY)
    .map(({ type, targetRef }) => `${type} ${targetRef}`)
    .sort();
}

describe('the real catalog with this module', () => {
  it('keeps a component with an unquoted tier and relates its roles', async () => {
    const cart = await entity(
      'component',
      'cart',
      found => relations(found).length === 3,
    );
    expect(cart.metadata.annotations).toMatchObject({
      'engineering-owner/tier': '1',
    });
    expect(relations(cart)).toEqual([
      'deputyOwnedBy group:default/shop',
      'engineeringOwnedBy user:default/alex',
      'hasSlo slo:default/cart-availability',
    ]);

    const ofCart = 'component:default/cart';
    const isRelated = (found: Entity) =>
      relations(found).some(each => each.endsWith(ofCart));
    expect(relations(await entity('user', 'alex', isRelated))).toContain(
      `engineeringOwnerOf ${ofCart}`,
    );
    expect(relations(await entity('group', 'shop', isRelated))).toContain(
      `deputyOwnerOf ${ofCart}`,
    );
  });

  it('keeps a component whose annotations are anything but text', async () => {
    const basket = await entity('component', 'basket');
    expect(basket.metadata.annotations).toMatchObject({
      'engineering-owner/primary': 'alex, sam',
      'engineering-owner/deputy': '',
      'engineering-owner/boundary': '{"inside":"everything"}',
      'pagerduty.com/service-id': '1234567',
    });
    expect(relations(basket)).toEqual([]);
  });

  it('holds OpenSLO documents with what the catalog refuses beside', async () => {
    const slo = await entity('slo', 'cart-availability');
    expect(slo.metadata.labels).toEqual({ team: 'shop' });
    expect(relations(slo)).toEqual(['sloOf component:default/cart']);
    expect(
      JSON.parse(
        slo.metadata.annotations?.['engineering-owner/openslo-metadata'] ?? '',
      ),
    ).toEqual({
      name: 'cart-availability',
      displayName: 'Availability of the cart',
      labels: { env: ['prod', 'staging'], team: 'shop', note: null },
    });

    const service = await entity('service', 'cart');
    expect(service.spec).toEqual({
      'engineering-owner/openslo-spec': 'a text instead of a mapping',
    });

    const policy = await entity('alertpolicy', 'cart-pages');
    expect(policy.metadata.annotations).toMatchObject({
      'engineering-owner/openslo-foreign-fields':
        '{"more":"than the catalog knows"}',
    });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
