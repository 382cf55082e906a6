import { z } from 'zod';
import { OnCallResponseTimesResponse } from '../onCall/status';
import { responseTimesSchema } from './onCall';
import { instant, problemSchema } from './problem';

const count = z.number().optional();

const distribution = z.object({
  n: z.number(),
  fewIncidents: z.boolean(),
  excluded: z.record(z.string(), z.number()),
  targetSeconds: z.number(),
  buckets: z.array(
    z.object({
      fromSeconds: z.number(),
      toSeconds: z.number().nullable(),
      n: z.number(),
      targeted: z.number(),
    }),
  ),
});

/**
 * @public
 */
export const onCallResponseTimesResponseSchema: z.ZodType<OnCallResponseTimesResponse> =
  z.object({
    entityRef: z.string(),
    period: z.object({ from: instant, to: instant }),
    timeZone: z.string(),
    trend: z.object({
      weeks: z.array(
        z.object({
          from: instant,
          to: instant,
          partial: z.boolean(),
          mtta: responseTimesSchema,
          mttr: responseTimesSchema,
        }),
      ),
      excluded: z.object({ outside_period: count, impossible_times: count }),
    }),
    distribution: z.object({ mtta: distribution, mttr: distribution }),
    problems: z.array(problemSchema),
  });
