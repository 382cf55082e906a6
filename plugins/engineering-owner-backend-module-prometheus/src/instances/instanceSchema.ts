import { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { isLabelName } from '../promql/labelName';

const labelName = z
  .string()
  .refine(isLabelName, 'expected the name of a label, for example service');

/** Read by the platform's own reader of durations, which takes several forms. */
const duration = z.custom<JsonValue>(
  value =>
    typeof value === 'string' || (typeof value === 'object' && value !== null),
  'expected a duration, for example {seconds: 30} or 30s',
);

const baseUrl = z.string().superRefine((text, context) => {
  const problem = problemOfUrl(text);
  if (problem) {
    context.addIssue({ code: 'custom', message: problem });
  }
});

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const headers = z.record(
  z.string().regex(headerName, 'is no name of a header'),
  z.string().regex(/^[\t\x20-\x7e]*$/, 'expected printable ASCII characters'),
);

const auth = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('none') }),
    z.strictObject({ type: z.literal('bearer'), token: z.string().min(1) }),
    z.strictObject({
      type: z.literal('basic'),
      username: z.string(),
      password: z.string(),
    }),
  ],
  { error: 'expected type none, bearer (with token) or basic' },
);

/** One entry of `engineeringOwner.prometheus.instances`, see config.d.ts. */
export const instanceSchema = z.strictObject({
  name: z.string().min(1),
  baseUrl,
  auth: auth.optional(),
  headers: headers.default({}),
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
});

export type InstanceConfig = z.infer<typeof instanceSchema>;

function problemOfUrl(text: string): string | undefined {
  if (!URL.canParse(text)) {
    return 'expected an address such as http://prometheus:9090';
  }
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return 'expected an address that begins with http:// or https://';
  }
  if (url.username || url.password) {
    return 'holds a user name or password; write them under auth';
  }
  if (url.search || url.hash) {
    return 'expected an address without ? and #';
  }
  return undefined;
}
