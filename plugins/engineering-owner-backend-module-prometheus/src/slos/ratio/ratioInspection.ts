import { z } from 'zod';

/** What is known of a ratio group, as the backend stores it. */
export const ratioInspectionSchema = z.object({
  kind: z.literal('ratio'),
  at: z.iso.datetime(),
  /** Entities whose total was met. */
  known: z.array(z.string()),
  /** Labels that the part names and these entities' series do not have. */
  lacking: z.array(
    z.object({ label: z.string(), entities: z.array(z.string()) }),
  ),
  /** Labels that the part names without needing them, and that some series has. */
  metLabels: z.array(z.string()).default([]),
  /** Labels that the series of those who lack one do have. */
  has: z.array(z.string()),
  /** Entities whose part was met. */
  hadPart: z.array(z.string()).default([]),
  /** Whether the part was met for anyone, when its metric is another than the total's; now or in the last day. */
  partExists: z.boolean(),
  /** When it was last met for anyone. */
  partSeenAt: z.iso.datetime().optional(),
  /** Entities whose good events were ever met. */
  goodSeen: z.array(z.string()),
});

export type RatioInspection = z.infer<typeof ratioInspectionSchema>;
