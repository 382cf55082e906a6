import { z } from 'zod';
import { Problem } from '../problem';

/**
 * @public
 */
export const problemSchema: z.ZodType<Problem> = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional(),
});

/** Text of an instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** Where a record came from. */
export const sourceRefSchema = z.object({ type: z.string(), name: z.string() });
