import { Entity } from '@backstage/catalog-model';
import { slo } from './fixtures/documents';
import { restoreOpenSloDocument } from './restoreDocument';
import { validateOpenSloObjects } from './validateOpenSlo';

const entity = (
  annotations: Record<string, string>,
  rest: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: {
    name: 'checkout-orders',
    namespace: 'default',
    uid: '1',
    etag: '2',
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/slo.yaml',
      ...annotations,
    },
  },
  spec: JSON.parse(JSON.stringify(slo().spec)),
  ...rest,
});

describe('restoreOpenSloDocument', () => {
  it('gives back what was written, without what is of Backstage', () => {
    const written = {
      name: 'checkout-orders',
      namespace: 'shop',
      title: 'Orders',
      tags: ['a'],
      labels: { team: ['a', 'b'] },
      annotations: { 'example.com/a': 'x' },
    };
    const document = restoreOpenSloDocument(
      entity({ 'engineering-owner/openslo-metadata': JSON.stringify(written) }),
    );
    expect(document.metadata).toEqual({
      name: 'checkout-orders',
      labels: { team: ['a', 'b'] },
      annotations: { 'example.com/a': 'x' },
    });
    expect(validateOpenSloObjects([document]).problems).toEqual([]);
  });

  it('unwraps a spec that was no mapping, and foreign fields', () => {
    const document = restoreOpenSloDocument(
      entity(
        { 'engineering-owner/openslo-foreign-fields': '{"status":1}' },
        { spec: { 'engineering-owner/openslo-spec': ['no', 'mapping'] } },
      ),
    );
    expect(document).toMatchObject({ status: 1, spec: ['no', 'mapping'] });
    expect(
      validateOpenSloObjects([document]).problems.map(({ path }) => path),
    ).toEqual(['status', 'spec']);
  });

  it.each(['', 'nonsense', 'null', '[1]', '7'])(
    'takes the entity itself where the annotation holds %j',
    text => {
      const document = restoreOpenSloDocument(
        entity({
          'engineering-owner/openslo-metadata': text,
          'engineering-owner/openslo-foreign-fields': text,
        }),
      );
      expect(validateOpenSloObjects([document]).problems).toEqual([]);
    },
  );

  it.each(['{"name":"another"}', '{"displayName":"Orders"}'])(
    'has the name of the entity, whatever the annotation says: %s',
    text => {
      const document = restoreOpenSloDocument(
        entity({ 'engineering-owner/openslo-metadata': text }),
      );
      expect(document.metadata).toMatchObject({ name: 'checkout-orders' });
    },
  );

  it('lets no foreign field stand for one of the document', () => {
    const document = restoreOpenSloDocument(
      entity({
        'engineering-owner/openslo-foreign-fields': '{"kind":"Service"}',
      }),
    );
    expect(document.kind).toBe('SLO');
  });
});
