import { z } from 'zod';

const insertion = z.object({
  at: z.number(),
  prefix: z.string(),
  suffix: z.string(),
});

const matcher = z.object({
  label: z.string(),
  operator: z.enum(['=', '!=', '=~', '!~']),
  value: z.string(),
});

const selector = z.object({
  text: z.string(),
  metric: z.string(),
  matchers: z.array(matcher),
  namesMetric: z.boolean().default(false),
  insertion,
});

const common = {
  entityLabel: z.string(),
  replicaLabels: z.array(z.string()),
};

/** Good or bad events counted by one selector, all events by another. */
export const compiledRatioSchema = z.object({
  kind: z.literal('ratio'),
  ...common,
  total: selector,
  part: selector,
  partIs: z.enum(['bad', 'good']),
});

/** Requests of a classic histogram that took longer than a bound. */
export const compiledLatencySchema = z.object({
  kind: z.literal('latency'),
  ...common,
  /** `…_count`: all requests. */
  total: selector,
  /** `…_bucket`, without a bound. */
  buckets: selector,
  /** The bound, in the histogram's own unit. */
  bound: z.number(),
  unit: z.enum(['s', 'ms']),
  /** Which bound to take where none is equal; absent: none. */
  nearestBucket: z.enum(['lower', 'upper']).optional(),
});

/** PromQL around a duration that is put in between its pieces. */
const windowed = z.object({
  pieces: z.array(z.string()).min(2),
  selectors: z.array(selector),
});

/** Good or bad events counted by one query, all events by another. */
export const compiledRatioQuerySchema = z.object({
  kind: z.literal('ratioQuery'),
  ...common,
  total: windowed,
  part: windowed,
  partIs: z.enum(['bad', 'good']),
});

/** A series that is a ratio already. */
export const compiledRawRatioSchema = z.object({
  kind: z.literal('rawRatio'),
  ...common,
  query: z.string(),
  rawType: z.enum(['success', 'failure']),
});

/** A series that is 1 while all is well, else 0. */
export const compiledGaugeSchema = z.object({
  kind: z.literal('gauge'),
  ...common,
  up: selector,
});

/**
 * An indicator as the backend stores it and hands it back: everything that is
 * needed to read it, nothing of an entity.
 */
export const compiledSchema = z.discriminatedUnion('kind', [
  compiledRatioSchema,
  compiledLatencySchema,
  compiledRatioQuerySchema,
  compiledRawRatioSchema,
  compiledGaugeSchema,
]);

export type CompiledRatio = z.infer<typeof compiledRatioSchema>;
export type CompiledLatency = z.infer<typeof compiledLatencySchema>;
export type CompiledRatioQuery = z.infer<typeof compiledRatioQuerySchema>;
export type CompiledRawRatio = z.infer<typeof compiledRawRatioSchema>;
export type CompiledGauge = z.infer<typeof compiledGaugeSchema>;
export type WindowedQuery = z.infer<typeof windowed>;
export type CompiledIndicator = z.infer<typeof compiledSchema>;
