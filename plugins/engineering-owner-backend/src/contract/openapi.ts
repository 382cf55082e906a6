import { JsonObject } from '@backstage/types';
import { problemSchema } from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';
import { Operation, operations } from './operations';

const jsonObject = z.record(z.string(), z.json());
const reference = (name: string) => `#/components/schemas/${name}`;

/** The API as an OpenAPI 3.1 document, made from the schemas the answers have. */
export function openApiDocument(): JsonObject {
  const registry = z.registry<{ id: string }>();
  registry.add(problemSchema, { id: 'Problem' });
  for (const { answer, schema } of operations) {
    registry.add(schema, { id: answer });
  }
  const { schemas } = z.toJSONSchema(registry, { uri: reference });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Engineering Owner',
      version: 'v1',
      description:
        'Ownership, on-call, runbooks and SLOs of catalog entities. An entity the caller may not read is answered with 404.',
    },
    servers: [{ url: '/api/engineering-owner' }],
    paths: Object.fromEntries(
      operations.map(operation => [operation.path, pathItem(operation)]),
    ),
    components: {
      schemas: jsonObject.parse(schemas),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ token: [] }],
  };
}

function pathItem(operation: Operation): JsonObject {
  const {
    method = 'get',
    body,
    path,
    summary,
    answer,
    query = [],
    operationId = `${method}${answer}`,
    refusals = {},
    open,
  } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = query.map(({ name, description, format }) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string', ...(format && { format }) },
  }));
  return {
    [method]: {
      operationId,
      summary,
      ...(open && { security: [] }),
      ...(body && { requestBody: requestBody(body) }),
      parameters: [...inPath, ...inQuery],
      responses: {
        200: {
          description: 'OK',
          content: {
            'application/json': { schema: { $ref: reference(answer) } },
          },
        },
        ...(open && {
          202: {
            description: 'Kept, and read again soon',
            content: {
              'application/json': { schema: { $ref: reference(answer) } },
            },
          },
          429: { description: 'Too many at once' },
          503: { description: 'Could not be kept' },
        }),
        ...Object.fromEntries(
          Object.entries(refusals).map(([status, description]) => [
            status,
            { description },
          ]),
        ),
        ...(!open &&
          inPath.length && {
            404: {
              description: 'No such entity, or not for the caller to see',
            },
          }),
      },
    },
  };
}

function requestBody(schema: ZodType): JsonObject {
  const { $schema: _, ...json } = jsonObject.parse(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  );
  return { required: true, content: { 'application/json': { schema: json } } };
}
