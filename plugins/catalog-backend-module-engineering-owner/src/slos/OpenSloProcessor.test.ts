import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { parseAllDocuments } from 'yaml';
import { catalogPolicy } from '../fixtures/catalogPolicy';
import { hostileValues } from '../fixtures/hostileValues';
import { OpenSloProcessor } from './OpenSloProcessor';

const processor = new OpenSloProcessor();
const location = { type: 'url', target: 'https://example.com/slo.yaml' };

const managedBy = {
  'backstage.io/managed-by-location': 'url:https://example.com/slo.yaml',
  'backstage.io/managed-by-origin-location': 'url:https://example.com/slo.yaml',
};

/** An entity as the catalog hands a document of a file to its processors. */
function ingested(document: any): Entity {
  const { annotations } = document.metadata;
  const metadata = {
    ...document.metadata,
    annotations: { ...annotations, ...managedBy },
  };
  return { ...document, metadata };
}

function slo(metadata: object, rest: object = { spec: {} }) {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: 'availability', ...metadata },
    ...rest,
  };
}

/** The document again, from the entity alone. */
function restored(entity: Entity) {
  const { annotations = {} } = entity.metadata;
  const wrapped = entity.spec?.['engineering-owner/openslo-spec'];
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: JSON.parse(annotations['engineering-owner/openslo-metadata']),
    ...(entity.spec && { spec: wrapped === undefined ? entity.spec : wrapped }),
    ...JSON.parse(
      annotations['engineering-owner/openslo-foreign-fields'] ?? '{}',
    ),
  };
}

async function expectAcceptedWithoutLoss(document: any) {
  const entity = ingested(document);
  const before = structuredClone(entity);
  const once = await processor.preProcessEntity(entity);
  expect(entity).toEqual(before);
  expect(restored(once)).toEqual(document);
  expect(await processor.preProcessEntity(once)).toEqual(once);
  const accepted = await catalogPolicy.enforce(structuredClone(once));
  expect(await processor.validateEntityKind(accepted!)).toBe(true);
  return once;
}

async function relationsOf(entity: Entity) {
  const results: CatalogProcessorResult[] = [];
  await processor.postProcessEntity(entity, location, r => results.push(r));
  return results.map(r => (r.type === 'relation' ? r.relation : r));
}

describe('OpenSloProcessor', () => {
  it('keeps what is valid where it is and the rest in annotations', async () => {
    const entity = await expectAcceptedWithoutLoss(
      slo(
        {
          displayName: 'Availability',
          labels: { env: ['prod'], team: 'shop', 'not a key': 'x', note: null },
          annotations: {
            'engineering-owner/tier': 1,
            'example.com/text': 'kept',
            'example.com/number': 2,
          },
          tags: ['ok', 'Not Ok'],
          links: [{ url: 'https://wiki/slo' }, { url: 'no address' }],
          title: '',
          description: ['a', 'list'],
        },
        { spec: ['no mapping'], extra: { field: true } },
      ),
    );
    const { annotations, ...metadata } = entity.metadata;
    expect(metadata).toEqual({
      name: 'availability',
      displayName: 'Availability',
      labels: { team: 'shop' },
      tags: ['ok'],
      links: [{ url: 'https://wiki/slo' }],
    });
    expect(annotations).toMatchObject({
      ...managedBy,
      'engineering-owner/tier': '1',
      'example.com/text': 'kept',
      'engineering-owner/openslo-foreign-fields': '{"extra":{"field":true}}',
    });
    expect(annotations).not.toHaveProperty(['example.com/number']);
    expect(entity.spec).toEqual({
      'engineering-owner/openslo-spec': ['no mapping'],
    });
  });

  it.each([
    'SLO',
    'SLI',
    'AlertPolicy',
    'AlertCondition',
    'AlertNotificationTarget',
    'DataSource',
    'Service',
  ])('recognises the kind %s', async kind => {
    expect(
      await processor.validateEntityKind({ ...ingested(slo({})), kind }),
    ).toBe(true);
  });

  it.each([
    ['openslo/v1alpha', 'SLO'],
    ['backstage.io/v1alpha1', 'Service'],
    ['openslo/v1', 'Component'],
  ])('leaves %s %s alone', async (apiVersion, kind) => {
    const entity = {
      ...ingested(slo({ labels: { a: ['b'] } })),
      apiVersion,
      kind,
    };
    expect(await processor.validateEntityKind(entity)).toBe(false);
    expect(await processor.preProcessEntity(entity)).toBe(entity);
    expect(await relationsOf({ ...entity, spec: { service: 'a' } })).toEqual(
      [],
    );
  });

  it('relates an SLO to the component of its service', async () => {
    const self = { kind: 'SLO', namespace: 'shop', name: 'availability' };
    const cart = { kind: 'component', namespace: 'shop', name: 'cart' };
    expect(
      await relationsOf(
        ingested(slo({ namespace: 'shop' }, { spec: { service: 'cart' } })),
      ),
    ).toEqual([
      { source: self, type: 'sloOf', target: cart },
      { source: cart, type: 'hasSlo', target: self },
    ]);
  });

  it('relates nothing where the service is no name', async () => {
    for (const service of [
      ...hostileValues,
      'my service',
      'a/b',
      'x'.repeat(64),
    ]) {
      if (service === 'constructor') continue; // a good name for a component
      const entity = ingested(slo({}, { spec: { service } }));
      expect(await relationsOf(entity)).toEqual([]);
    }
  });

  it('does not believe an annotation that hides what is being left out', async () => {
    const document = slo({
      labels: { env: ['prod'] },
      annotations: { 'engineering-owner/openslo-metadata': '{"name":"other"}' },
    });
    const entity = await processor.preProcessEntity(ingested(document));
    expect(restored(entity).metadata).toEqual({
      name: 'availability',
      labels: { env: ['prod'] },
    });
  });

  it.each([
    'labels',
    'tags',
    'links',
    'title',
    'description',
    'uid',
    'etag',
    'displayName',
    'other',
  ])('accepts anything as %s', async field => {
    for (const value of hostileValues) {
      await expectAcceptedWithoutLoss(slo({ [field]: value }));
      await expectAcceptedWithoutLoss(slo({ [field]: [value] }));
      await expectAcceptedWithoutLoss(slo({ [field]: { key: value } }));
    }
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('accepts any annotation, label, spec and foreign field', async () => {
    const keys = ['a', 'engineering-owner/tier', 'not a key', '__proto__', ''];
    for (const value of hostileValues) {
      for (const key of keys) {
        const entries = Object.fromEntries([[key, value]]);
        await expectAcceptedWithoutLoss(slo({ annotations: entries }));
        await expectAcceptedWithoutLoss(slo({ labels: entries }));
      }
      await expectAcceptedWithoutLoss(slo({}, { spec: value, extra: value }));
    }
    await expectAcceptedWithoutLoss(slo({}, {}));
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('leaves an illegal name to the catalog, which names it', async () => {
    const document = { ...slo({}), metadata: { name: 'my service' } };
    const entity = await processor.preProcessEntity(ingested(document));
    await expect(catalogPolicy.enforce(entity)).rejects.toThrow(
      '"metadata.name" is not valid',
    );
  });

  const examples = openSloExamples();
  if (examples.length === 0) {
    // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect
    it.skip("accepts the documents of OpenSLO's own repositories: skipped because OPENSLO_EXAMPLES names no folder of them", () => {});
  } else {
    it("accepts the documents of OpenSLO's own repositories", async () => {
      for (const document of examples) {
        await expectAcceptedWithoutLoss(document);
      }
      expect(examples.length).toBeGreaterThan(0);
    });
  }
});

/** Every v1 document with a legal name under the folder of OPENSLO_EXAMPLES. */
function openSloExamples(): any[] {
  const folder =
    process.env.OPENSLO_EXAMPLES ??
    resolvePath(__dirname, '../../../../../shared/data/openslo');
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  return files
    .filter(file => /\.ya?ml$/.test(file))
    .flatMap(file =>
      parseAllDocuments(readFileSync(join(folder, file), 'utf8'))
        .flatMap(document => document.toJS() ?? [])
        .filter(({ apiVersion }) => apiVersion === 'openslo/v1')
        .filter(({ metadata }) => !/\s/.test(metadata.name)),
    );
}
