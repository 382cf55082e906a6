import { JsonValue } from '@backstage/types';
import { openApiDocument } from './openapi';

/** Every `$ref` anywhere in the document. */
function referencesIn(value: JsonValue | undefined): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : referencesIn(inner),
  );
}

describe('the OpenAPI document', () => {
  const document: any = openApiDocument();

  it('describes every answer by a schema that exists', () => {
    const references = referencesIn(document);
    const defined = Object.keys(document.components.schemas).map(
      name => `#/components/schemas/${name}`,
    );

    expect(references).toContain('#/components/schemas/Problem');
    expect(references.filter(each => !defined.includes(each))).toEqual([]);
  });

  it('names the parameters of paths and queries', () => {
    const path =
      '/v1/entities/by-name/{kind}/{namespace}/{name}/slos/{slo}/history';

    expect(
      document.paths[path].get.parameters.map(
        (parameter: any) => `${parameter.in} ${parameter.name}`,
      ),
    ).toEqual([
      'path kind',
      'path namespace',
      'path name',
      'path slo',
      'query from',
      'query to',
      'query step',
      'query latency',
    ]);
  });

  it('asks nobody who sends a webhook to sign in', () => {
    const { post } = document.paths['/v1/webhooks/{type}/{account}'];
    expect(post.security).toEqual([]);
    expect(Object.keys(post.responses)).toEqual(['200', '202', '429', '503']);
    expect(document.paths['/v1/sources'].get).not.toHaveProperty('security');
  });

  it('gives each operation an id of its own', () => {
    const ids = Object.values<any>(document.paths).flatMap(path =>
      Object.values<any>(path).map(({ operationId }) => operationId),
    );
    expect(ids).toContain('acknowledgeIncident');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what acting on an incident takes, and what it is refused with', () => {
    const { post } =
      document.paths[
        '/v1/entities/by-name/{kind}/{namespace}/{name}/incidents'
      ];
    expect(post.requestBody.content['application/json'].schema).toMatchObject({
      required: ['title'],
      additionalProperties: false,
    });
    expect(Object.keys(post.responses)).toEqual([
      '200',
      '400',
      '403',
      '404',
      '409',
      '429',
      '503',
      '504',
    ]);
  });

  it('says which fields an answer always has', () => {
    expect(document.components.schemas.Slos).toMatchObject({
      type: 'object',
      required: ['entityRef', 'slos', 'problems'],
    });
  });
});
