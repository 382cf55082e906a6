import { z } from 'zod';

/** Entities without the threshold's own bound, and the bound they are counted at. */
const settled = z.object({
  bound: z.number(),
  /** All spellings of it that were ever met. */
  spellings: z.array(z.string()),
  entities: z.array(z.string()),
});

/** That an entity is counted at another bound since. */
const moved = z.object({
  entity: z.string(),
  at: z.iso.datetime(),
  from: z.number(),
  to: z.number(),
});

/** What is known of a latency group, as the backend stores it. */
export const latencyInspectionSchema = z.object({
  kind: z.literal('latency'),
  at: z.iso.datetime(),
  /** Entities whose requests were met. */
  known: z.array(z.string()),
  /** All spellings of the threshold's own bound that were ever met. */
  spellings: z.array(z.string()),
  /** Who is counted at a neighbour of the threshold, by that bound. */
  settled: z.array(settled).default([]),
  /** Whose bound is another than it was, newest first. */
  moved: z.array(moved).default([]),
  /** Entities without a bound to count at, with the spellings of those next to the threshold. */
  lacking: z.array(
    z.object({
      entity: z.string(),
      below: z.string().optional(),
      above: z.string().optional(),
    }),
  ),
});

export type LatencyInspection = z.infer<typeof latencyInspectionSchema>;
export type SettledBound = z.infer<typeof settled>;
export type MovedBound = z.infer<typeof moved>;
