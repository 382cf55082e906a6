import { z } from 'zod';
import { SourcesResponse } from '../sources/model';
import { instant, problemSchema } from './problem';

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
});
