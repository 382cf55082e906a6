import { z } from 'zod';
import { Reading, ReadingState } from '../slos/reading';
import { instant, problemSchema } from './problem';

/** The fields beside each state. */
const contextShape = {
  coverage: z.number(),
  lowTraffic: z.boolean(),
  lastSeenAt: instant.optional(),
};

const error = { lastError: z.string().optional() };

const figuresShape = {
  bad: z.number(),
  total: z.number(),
  errorRatio: z.number(),
  burnRate: z.number(),
};

/** The verdict on a window, together with the fields that surround it. */
export function readingWith<T extends z.ZodRawShape>(shape: T) {
  const variant = <S extends z.ZodRawShape>(own: S) =>
    z.object({ ...shape, ...contextShape, ...own });
  return z.discriminatedUnion('state', [
    variant({
      state: z.enum(['ok', 'low_traffic', 'partial']),
      asOf: instant,
      ...figuresShape,
      ...error,
    }),
    variant({
      state: z.literal('no_traffic'),
      asOf: instant,
      bad: z.literal(0),
      total: z.literal(0),
      ...error,
    }),
    variant({ state: z.literal('no_data'), asOf: instant, ...error }),
    variant({
      state: z.literal('stale'),
      asOf: instant,
      lastKnown: z
        .object({ ...figuresShape, expectedTotal: z.number().optional() })
        .optional(),
      ...error,
    }),
    variant({ state: z.literal('pending'), ...error }),
    variant({ state: z.literal('query_error'), lastError: z.string() }),
    variant({ state: z.literal('invalid'), problem: problemSchema, ...error }),
  ]);
}

/**
 * @public
 */
export const readingSchema: z.ZodType<Reading> = readingWith({});

export const readingStateSchema: z.ZodType<ReadingState> = z.enum([
  'invalid',
  'pending',
  'query_error',
  'stale',
  'no_data',
  'no_traffic',
  'partial',
  'low_traffic',
  'ok',
]);
