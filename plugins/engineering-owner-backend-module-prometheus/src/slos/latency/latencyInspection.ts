import { z } from 'zod';

/** What is known of a latency group, as the backend stores it. */
export const latencyInspectionSchema = z.object({
  kind: z.literal('latency'),
  at: z.iso.datetime(),
  /** Entities whose requests were met. */
  known: z.array(z.string()),
  /** The bound that is counted at, where it is not the threshold's own. */
  bound: z.number().optional(),
  /** All spellings of the bound that were ever met. */
  spellings: z.array(z.string()),
  /** Entities without the bound, with the spellings of those next to it. */
  lacking: z.array(
    z.object({
      entity: z.string(),
      below: z.string().optional(),
      above: z.string().optional(),
    }),
  ),
});

export type LatencyInspection = z.infer<typeof latencyInspectionSchema>;
