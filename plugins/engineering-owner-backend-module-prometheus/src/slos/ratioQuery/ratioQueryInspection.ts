import { z } from 'zod';

/** What a part names and nobody has. */
const missing = z.object({ metric: z.string(), label: z.string().optional() });

/** What is known of a group of two queries, as the backend stores it. */
export const ratioQueryInspectionSchema = z.object({
  kind: z.literal('ratioQuery'),
  at: z.iso.datetime(),
  /** Entities whose total answered. */
  known: z.array(z.string()),
  /** Metrics and labels of the part that no series has. */
  missing: z.array(missing),
  /** Entities whose good events ever answered. */
  goodSeen: z.array(z.string()),
});

export type RatioQueryInspection = z.infer<typeof ratioQueryInspectionSchema>;
export type MissingSeries = z.infer<typeof missing>;
