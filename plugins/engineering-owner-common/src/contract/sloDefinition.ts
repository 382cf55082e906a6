import { z } from 'zod';
import { SloDefinition, SloQuery } from '../slos/model';
import { sourceRefSchema } from './problem';

const indicatorSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ratio'),
    total: z.string(),
    bad: z.string().optional(),
    good: z.string().optional(),
  }),
  z.object({
    kind: z.literal('latency'),
    histogram: z.string(),
    thresholdSeconds: z.number(),
  }),
]);

export const windowSchema = z.object({
  type: z.literal('rolling'),
  duration: z.string(),
  seconds: z.number(),
});

/** What a definition and a status have in common. */
export const describedShape = {
  name: z.string(),
  title: z.string(),
  objective: z.number(),
  indicator: indicatorSchema,
  definedBy: z.object({
    type: z.literal('template'),
    name: z.string(),
    place: z.string(),
  }),
  source: sourceRefSchema,
};

/**
 * @public
 */
export const sloDefinitionSchema: z.ZodType<SloDefinition> = z.object({
  ...describedShape,
  entityRef: z.string(),
  window: windowSchema,
});

export const querySchema: z.ZodType<SloQuery> = z.object({
  window: z.string(),
  meaning: z.enum(['total', 'bad', 'error_ratio']),
  expression: z.string(),
});
