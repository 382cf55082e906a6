import { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { isLabelName } from '../promql/labelName';
import { authSchema } from './authSchema';
import { rootAddress } from './httpAddress';
import { tlsSchema } from './tlsSchema';

const labelName = z
  .string()
  .refine(isLabelName, 'expected the name of a label, for example service');

/** Read by the platform's own reader of durations, which takes several forms. */
const duration = z.custom<JsonValue>(
  value =>
    typeof value === 'string' || (typeof value === 'object' && value !== null),
  'expected a duration, for example {seconds: 30} or 30s',
);

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const headers = z.record(
  z.string().regex(headerName, 'is no name of a header'),
  z.string().regex(/^[\t\x20-\x7e]*$/, 'expected printable ASCII characters'),
);

/** Parameters that a query itself needs. */
const ownParameters = [
  'query',
  'time',
  'start',
  'end',
  'step',
  'timeout',
  'match[]',
  'type',
];
const queryParameters = z.record(
  z
    .string()
    .min(1)
    .refine(
      name => !ownParameters.includes(name),
      `is set by the query itself; expected none of ${ownParameters.join(
        ', ',
      )}`,
    ),
  // As YAML reads them.
  z.union([z.string(), z.number(), z.boolean()]).transform(String),
);

/** One entry of `engineeringOwner.prometheus.instances`, see config.d.ts. */
export const instanceSchema = z
  .strictObject({
    // It is part of annotations and of the names of tasks, which are keys in
    // the platform's database.
    name: z
      .string()
      .regex(
        /^[\w.-]{1,63}$/,
        'expected at most 63 letters, digits, dots, dashes and underscores',
      ),
    baseUrl: rootAddress,
    publicUrl: rootAddress.optional(),
    // Read one by one, see readLinks.
    links: z.array(z.json()).default([]),
    auth: authSchema.optional(),
    tls: tlsSchema.optional(),
    headers: headers.default({}),
    queryParameters: queryParameters.default({}),
    // Text too, because that is what an environment variable gives.
    maxConcurrency: z.coerce
      .number('expected a number from 1 to 64')
      .int()
      .min(1)
      .max(64)
      .default(4),
    timeout: duration.optional(),
    evaluationDelay: duration.optional(),
    replicaLabels: z.array(labelName).default([]),
    alerts: z
      .strictObject({ entityLabel: labelName.default('service') })
      .default({ entityLabel: 'service' }),
  })
  .superRefine(({ baseUrl, tls }, context) => {
    if (tls && !baseUrl.startsWith('https:')) {
      context.addIssue({
        code: 'custom',
        path: ['tls'],
        message: 'is of no use for a baseUrl that does not begin with https://',
      });
    }
  });

export type InstanceConfig = z.infer<typeof instanceSchema>;
