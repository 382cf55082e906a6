import { z } from 'zod';
import { SourcesResponse, WebhookResponse } from '../sources/model';
import { instant, problemSchema } from './problem';

const refusal = z.enum([
  'empty',
  'malformed',
  'not_stored',
  'too_large',
  'too_many',
  'too_old',
  'too_slow',
  'unsigned',
  'wrong_signature',
]);

/**
 * @public
 */
export const webhookResponseSchema: z.ZodType<WebhookResponse> = z.object({
  result: z.enum([
    'accepted',
    'duplicate',
    'refused',
    'off',
    'unknown_account',
  ]),
  reason: refusal.optional(),
});

const webhookStatusSchema = z.object({
  state: z.enum(['off', 'waiting', 'ok', 'silent']),
  lastReceivedAt: instant.optional(),
  accepted: z.number(),
  duplicates: z.number(),
  refused: z.array(
    z.object({ reason: refusal, count: z.number(), lastAt: instant }),
  ),
  pending: z.number(),
  silentSince: instant.optional(),
});

/**
 * @public
 */
export const sourcesResponseSchema: z.ZodType<SourcesResponse> = z.object({
  asOf: instant,
  sources: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      name: z.string(),
      state: z.enum(['ok', 'failing', 'pending', 'misconfigured']),
      lastSuccessAt: instant.optional(),
      lastError: z.object({ at: instant, message: z.string() }).optional(),
      requests: z.number(),
      rateLimit: z
        .object({ remaining: z.number(), limit: z.number().optional() })
        .optional(),
      breaker: z.enum(['closed', 'open', 'half_open']).optional(),
      webhooks: webhookStatusSchema.optional(),
      tasks: z.array(
        z.object({
          name: z.string(),
          lastRunAt: instant.optional(),
          lastSuccessAt: instant.optional(),
          lastError: z.string().optional(),
          progress: z.number().optional(),
        }),
      ),
      problems: z.array(problemSchema),
    }),
  ),
  strayWebhooks: z
    .array(z.object({ type: z.string(), count: z.number(), lastAt: instant }))
    .optional(),
});
