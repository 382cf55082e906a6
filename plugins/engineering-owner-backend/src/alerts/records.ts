import { Alert, AlertRule } from '@engineering-owner/backstage-plugin-common';
import { z, ZodType } from 'zod';

const texts = z.record(z.string(), z.string());

/** An alert as stored. */
export const alertRecord: ZodType<Alert> = z.object({
  fingerprint: z.string(),
  name: z.string(),
  labels: texts,
  annotations: texts,
  state: z.enum(['pending', 'firing']),
  activeAt: z.string(),
  value: z.string().optional(),
});

/** An alerting rule as stored. */
export const alertRuleRecord: ZodType<AlertRule> = z.object({
  name: z.string(),
  group: z.string(),
  query: z.string(),
  labels: texts,
  annotations: texts,
});
