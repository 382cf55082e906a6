import { z } from 'zod';
import {
  AlertPairStatus,
  SloHistoryResponse,
  SloListResponse,
  SloPreviewResponse,
  SlosResponse,
  SloStatus,
  SloWhatIfResponse,
} from '../slos/status';
import { sloVerdictCodes } from '../slos/sloVerdict';
import { instant, problemSchema, sourceRefSchema } from './problem';
import { readingStateSchema, readingWith } from './reading';
import { describedShape, querySchema, windowWith } from './sloDefinition';

export const budgetSchema = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    consumedRatio: z.number(),
    remainingRatio: z.number(),
    expectedTotal: z.number().optional(),
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
  z.object({
    known: z.literal(false),
    lastRemainingRatio: z.number().optional(),
  }),
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

const pairSchema = z.object({
  severity: z.enum(['page', 'ticket']),
  longWindow: z.string(),
  shortWindow: z.string(),
  factor: z.number(),
  loweredFrom: z.number().optional(),
  offReason: z.string().optional(),
});

/**
 * @public
 */
export const alertPairSchema: z.ZodType<AlertPairStatus> = pairSchema.extend({
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

export const statusWindowSchema = windowWith({
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
    windowEndsAt: instant.optional(),
    points: z.array(
      z.object({
        from: instant,
        to: instant,
        counts: z.object({ bad: z.number(), total: z.number() }).nullable(),
        remainingRatio: z.number().nullable(),
      }),
    ),
    scale: z.number(),
    resolution: z.enum(['ledger', 'source']),
    incidents: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        source: sourceRefSchema,
        url: z.string().optional(),
        urgency: z.enum(['high', 'low']),
        triggeredAt: instant,
        resolvedAt: instant.optional(),
        consumedRatio: z.number().optional(),
      }),
    ),
    latency: z
      .object({
        quantile: z.number(),
        thresholdSeconds: z.number(),
        points: z.array(
          z.object({ at: instant, seconds: z.number().nullable() }),
        ),
      })
      .optional(),
    problems: z.array(problemSchema),
  },
);

/**
 * @public
 */
export const sloWhatIfResponseSchema: z.ZodType<SloWhatIfResponse> = z.object({
  entityRef: z.string(),
  slo: z.string(),
  objective: z.number(),
  window: statusWindowSchema,
  reading: readingWith({}),
  budget: budgetSchema,
  alerts: z.array(pairSchema),
});

/**
 * @public
 */
export const sloListResponseSchema: z.ZodType<SloListResponse> = z.object({
  items: z.array(
    z.object({
      entityRef: z.string(),
      name: z.string(),
      title: z.string(),
      objective: z.number().optional(),
      window: windowWith({}).optional(),
      state: readingStateSchema,
      tone: z.enum(['act_now', 'look_today', 'unknown', 'fine']),
      code: z.enum(sloVerdictCodes),
      errorRatio: z.number().optional(),
      remainingRatio: z.number().optional(),
      burnRate: z.number().optional(),
      asOf: instant.optional(),
    }),
  ),
  total: z.number(),
  offset: z.number(),
  limit: z.number(),
});

/**
 * @public
 */
export const sloPreviewResponseSchema: z.ZodType<SloPreviewResponse> = z.object(
  {
    slos: z.array(sloStatusSchema),
    problems: z.array(problemSchema),
  },
);
