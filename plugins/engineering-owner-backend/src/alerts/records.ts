import {
  Alert,
  AlertRule,
  Silence,
} from '@engineering-owner/backstage-plugin-common';
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
  notification: z
    .object({
      state: z.enum(['active', 'suppressed', 'unprocessed']),
      silencedBy: z.array(z.string()),
      inhibitedBy: z.array(z.string()),
      mutedBy: z.array(z.string()),
    })
    .optional(),
});

/** An alerting rule as stored. */
export const alertRuleRecord: ZodType<AlertRule> = z.object({
  name: z.string(),
  group: z.string(),
  query: z.string(),
  labels: texts,
  annotations: texts,
});

/** A silence as stored. */
export const silenceRecord: ZodType<Silence> = z.object({
  id: z.string(),
  matchers: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      isRegex: z.boolean(),
      isEqual: z.boolean(),
    }),
  ),
  startsAt: z.string(),
  endsAt: z.string(),
  createdBy: z.string(),
  comment: z.string(),
  url: z.string().optional(),
});
