import { z } from 'zod';
import {
  AlertPairStatus,
  SloHistoryResponse,
  SlosResponse,
  SloStatus,
} from '../slos/status';
import { instant, problemSchema } from './problem';
import { readingWith } from './reading';
import { describedShape, querySchema, windowSchema } from './sloDefinition';

export const budgetSchema = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    consumedRatio: z.number(),
    remainingRatio: z.number(),
    badEventsAllowed: z.number(),
    badEventsLeft: z.number(),
    exhaustion: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('never') }),
      z.object({ kind: z.literal('exhausted') }),
      z.object({
        kind: z.literal('in'),
        seconds: z.number(),
        estimate: z.boolean(),
      }),
      z.object({ kind: z.literal('unknown') }),
    ]),
  }),
  z.object({ known: z.literal(false) }),
]);

const pairStateSchema = z.enum([
  'firing',
  'recovering',
  'rising',
  'held',
  'ok',
  'unknown',
  'off',
]);

/**
 * @public
 */
export const alertPairSchema: z.ZodType<AlertPairStatus> = z.object({
  severity: z.enum(['page', 'ticket']),
  longWindow: z.string(),
  shortWindow: z.string(),
  factor: z.number(),
  loweredFrom: z.number().optional(),
  offReason: z.string().optional(),
  state: pairStateSchema,
  since: instant.optional(),
  bad: z.number().optional(),
  minimumBad: z.number().optional(),
  previous: z.object({ state: pairStateSchema, since: instant }).optional(),
});

export const nowSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ok') }),
  z.object({ state: z.literal('no_data'), since: instant.optional() }),
  z.object({ state: z.literal('no_traffic') }),
  z.object({ state: z.literal('stale'), since: instant }),
  z.object({ state: z.literal('unknown') }),
]);

export const statusWindowSchema = windowSchema.extend({
  startsAt: instant.optional(),
  endsAt: instant.optional(),
});

const sloStatusSchema: z.ZodType<SloStatus> = readingWith({
  ...describedShape,
  window: statusWindowSchema,
  now: nowSchema,
  budget: budgetSchema,
  burnRates: z.array(readingWith({ window: z.string() })),
  alerts: z.array(alertPairSchema),
  queries: z.array(querySchema),
});

/**
 * @public
 */
export const slosResponseSchema: z.ZodType<SlosResponse> = z.object({
  entityRef: z.string(),
  asOf: instant.optional(),
  slos: z.array(sloStatusSchema),
  problems: z.array(problemSchema),
});

/**
 * @public
 */
export const sloHistoryResponseSchema: z.ZodType<SloHistoryResponse> = z.object(
  {
    entityRef: z.string(),
    slo: z.string(),
    objective: z.number(),
    from: instant,
    to: instant,
    stepSeconds: z.number(),
    windowStartsAt: instant,
    points: z.array(
      z.object({
        from: instant,
        to: instant,
        counts: z.object({ bad: z.number(), total: z.number() }).nullable(),
        remainingRatio: z.number().nullable(),
      }),
    ),
    scale: z.number(),
    problems: z.array(problemSchema),
  },
);
