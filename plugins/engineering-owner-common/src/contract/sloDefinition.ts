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
  z.object({
    kind: z.literal('ratioQuery'),
    total: z.string(),
    bad: z.string().optional(),
    good: z.string().optional(),
  }),
  z.object({
    kind: z.literal('rawRatio'),
    query: z.string(),
    rawType: z.enum(['success', 'failure']),
  }),
  z.object({ kind: z.literal('gauge'), up: z.string() }),
  z.object({ kind: z.literal('refused'), written: z.string() }),
]);

const rollingWindowSchema = z.object({
  type: z.literal('rolling'),
  duration: z.string(),
  seconds: z.number(),
});

const calendarWindowSchema = z.object({
  type: z.literal('calendar'),
  duration: z.string(),
  seconds: z.number(),
  startTime: z.string(),
  timeZone: z.string(),
});

/** A window, with further fields. */
export function windowWith<T extends z.ZodRawShape>(shape: T) {
  return z.discriminatedUnion('type', [
    rollingWindowSchema.extend(shape),
    calendarWindowSchema.extend(shape),
  ]);
}

const originSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('template'),
    name: z.string(),
    place: z.string(),
  }),
  z.object({
    type: z.literal('document'),
    name: z.string(),
    place: z.string(),
    url: z.string().optional(),
    line: z.number().optional(),
  }),
  z.object({ type: z.literal('entity'), name: z.string(), place: z.string() }),
]);

/** What a definition and a status have in common. */
export const describedShape = {
  name: z.string(),
  title: z.string(),
  objective: z.number(),
  indicator: indicatorSchema,
  definedBy: originSchema,
  source: sourceRefSchema,
  alerting: z.string().optional(),
};

/**
 * @public
 */
export const sloDefinitionSchema: z.ZodType<SloDefinition> = z.object({
  ...describedShape,
  entityRef: z.string(),
  window: windowWith({}),
});

export const querySchema: z.ZodType<SloQuery> = z.object({
  window: z.string(),
  meaning: z.enum(['total', 'bad', 'error_ratio', 'percentile']),
  expression: z.string(),
  links: z.array(z.object({ title: z.string(), url: z.string() })).optional(),
});
