import { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { authSchema } from './authSchema';
import { rootAddress } from './httpAddress';
import { tlsSchema } from './tlsSchema';

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

/**
 * The keys that every configured server may have, see the config.d.ts of the
 * modules.
 *
 * @public
 */
export function serverFields(options: {
  /** An address as it may look, for messages. */
  example: string;
  /** Parameters that a request itself needs. */
  ownParameters: string[];
}) {
  const { example, ownParameters } = options;
  return {
    // It is part of annotations and of the names of tasks, which are keys in
    // the platform's database.
    name: z
      .string()
      .regex(
        /^[\w.-]{1,63}$/,
        'expected at most 63 letters, digits, dots, dashes and underscores',
      ),
    baseUrl: rootAddress(example),
    publicUrl: rootAddress(example).optional(),
    auth: authSchema.optional(),
    tls: tlsSchema.optional(),
    headers: headers.default({}),
    queryParameters: z
      .record(
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
      )
      .default({}),
    // Text too, because that is what an environment variable gives.
    maxConcurrency: z.coerce
      .number('expected a number from 1 to 64')
      .int()
      .min(1)
      .max(64)
      .default(4),
    timeout: duration.optional(),
  };
}

/**
 * Says so when `tls` stands beside a server that is asked without it.
 *
 * @public
 */
export function refuseUselessTls(
  { baseUrl, tls }: { baseUrl: string; tls?: unknown },
  context: z.RefinementCtx,
): void {
  if (tls && !baseUrl.startsWith('https:')) {
    context.addIssue({
      code: 'custom',
      path: ['tls'],
      message: 'is of no use for a baseUrl that does not begin with https://',
    });
  }
}

/**
 * A duration as configuration writes it, still to be read.
 *
 * @public
 */
export const durationSchema = duration;

const labelPattern = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * The name of a label of metrics and alerts.
 *
 * @public
 */
export const labelNameSchema = z
  .string()
  .regex(labelPattern, 'expected the name of a label, for example service');
